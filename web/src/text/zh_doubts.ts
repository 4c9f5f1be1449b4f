/** Words of the queue of doubtful rows and of what is remembered. */
export const doubts = {
  title: "{year} 年待确认行", short: "待确认行", say: "程序拿不准的行在这里由人来定。定过的记下来：以后同一版式的表里再有这样的行，照此读取。",
  count: "第 {at} 行，共 {n} 行", listed: "待确认行清单", why: "拿不准的原因", filed: "原文", filedIs: "原文：{text}", read: "读成", readN: "读成第 {n} 条", field: "格", all: "全部原因",
  confirm: "读得对", correct: "更正", reject: "不是指标", columns: "列认错了", previous: "上一行", next: "下一行", source: "看原文", save: "记住这样读", cancel: "取消",
  points: "分值", addReading: "这一行还有一条指标", dropReading: "去掉第 {n} 条", formTitle: "更正这一行", oneOf: "第 {n} 条指标", none: "没有写",
  keep: "确定", keeping: "正在记住", refreshing: "已记住，正在按它重新试读",
  place: "在第 {n} 页的位置", noPicture: "这一页的图像画不出来：{reason}", loadingPicture: "正在画这一页", noPlace: "这种文件没有页面图像。", noPlaceDry: "这种文件没有页面图像；入库后可以看原文。", pictureOf: "{name} 第 {n} 页，所在行已标出",
  empty: "没有待确认的行", emptySay: "这一年已入库的文件里，没有拿不准的行。新导入的文件如有，会出现在这里。", emptyFiltered: "没有因这个原因待确认的行", emptyFilteredSay: "换一个原因，或看全部。", toImport: "去导入", toRemembered: "看记住的更正",
  dryTitle: "待确认的行", drySay: "逐行看：读得对就确认，读错了就更正，不是指标就说明。定过的行立即记住，并重新试读；都看过再入库。", dryMore: "先列出前 {n} 行；定过之后，后面的接着列出。", dryDone: "没有待确认的行了。", restAfter: "入库时仍未确认的行照读出的样子入库，可在“待确认行”里接着看。",
  changed: "已重新试读：待确认 {doubtBefore} → {doubtAfter} 行，读入指标 {readBefore} → {readAfter} 条。",
  remembered: "按记住的更正读取", rememberedSay: "本次有 {n} 行按记住的更正读取。", rememberedRows: "其中逐行更正的：",
  verdict: { mapped: "列的含义", confirmed: "确认无误", corrected: "已更正", rejected: "不是指标" }, takeBack: "撤回", takeBackAria: "撤回对“{text}”的更正", takenBack: "已撤回。以后照程序的读法读这样的行；记录仍保留。",
  said: { confirmed: "已记住：这一行读得对。", corrected: "已记住更正后的读法。", rejected: "已记住：这一行不是指标。", mapped: "已记住各列的含义。" }, undo: "撤回",
  layouts: "列的含义", layoutsSay: "表头认错了列，在这里改；同一版式的表以后都照此读取。", layoutOf: "{name} 的各列", layoutLacking: "没有读的表（表头在{place}）", layoutLine: "文字排的表没有列，不能改列的含义。", head: "表头", number: "列", role: "读作", noHead: "（没有表头）", byPerson: "人工指定", mapDo: "照此重新读取", mapDirty: "改了 {n} 列", unknownCols: "，{n} 列没有用到",
  roles: { agency: "单位名称", project: "项目名称", level1: "一级指标", level2: "二级指标", level3: "三级指标", comparator: "计算符号", target: "指标值", measure: "计量单位", points: "分值", actual: "完成值", score: "得分", reason: "原因", explanation: "指标解释", standard: "评分标准", secrecy: "涉密标识", other: "不读" },
  waiting: "已定的行要重新读取文件才会进入数据：", waitingRows: "{name}（{n} 行）", waitingColumns: "{name}（改了列的含义）", anew: "重新读取", anewTry: "正在试读", anewSay: "{sentence} 不变 {unchanged} 条，新增 {added} 条，不再出现 {gone} 条，改动 {cells} 格。", anewDo: "入库为新的一版", anewDone: "已按记住的更正重新入库。", anewSame: "按记住的更正读，和现在的数据一样，不用再入库。",
  inDocument: "文件", list: "待确认行", toQueue: "{n} 行有疑问，去逐行确认", onlyDocument: "只看：{name}", everyDocument: "看全部文件",
};

export const corrections = {
  title: "记住的更正", say: "人工定过的行和列。同一版式的表都照此读取；撤回后不再使用，记录保留。", empty: "还没有记住的更正", emptySay: "在试读报告或待确认行里确认、更正一行，就会记在这里。", emptyFiltered: "没有符合条件的更正", emptyFilteredSay: "换一个条件，或看全部。", toDoubts: "看待确认行",
  all: "全部", living: "有效", ended: "已失效", search: "按原文、表头、文件名查找", find: "查找", kind: "种类", state: "状态",
  what: "说了什么", row: "原文", change: "改前 → 改后", where: "出处", who: "谁，何时", stateOf: { living: "有效", replaced: "已被代替", taken_back: "已撤回" }, endedAt: "{who}，{at}", column: "第 {n} 列“{head}”", layout: "版式 {id}", asRead: "照读出的样子", nothing: "不作为指标", total: "共 {n} 条", next: "更早的", first: "回到最新", filter: "筛选更正",
};
