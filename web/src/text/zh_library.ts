/** Words of the indicator library and of matching a year with it. */
export const library = {
  title: "指标库", hits: "共 {n} 条指标", filtered: "符合条件的 {n} 条", say: "内置的共性指标和行业指标，加上本单位自己的。内置的也可以改：改过的成为本单位的一版，原样仍可查。",
  add: "新增指标", import: "导入", export: "导出", exportNote: "按当前筛选导出全部，改好可以再导入", match: "匹配 {year} 年指标", matchNoYear: "匹配本年指标",
  layer: { common: "共性指标", sector: "行业指标", agency: "单位指标" },
  filter: { layer: "层级", sector: "行业或类别", level1: "一级指标", level2: "二级指标", own: "来源", retired: "状态" }, words: "编码、名称或别名",
  own: "本单位", builtin: "内置", edited: "本单位改过", version: "第 {n} 版", programVersion: "内置原版", retired: "已停用", inUse: "在用",
  column: { code: "编码", name: "指标名称", layer: "层级", sector: "行业或单位", level: "一级 / 二级指标", measure: "单位", direction: "方向", learned: "学到的名称", from: "来源" },
  aliases: "又名 {names}", nothing: "没有符合条件的指标", nothingSay: "换一个词，或去掉一个条件；库里确实没有的，可以新增。", clear: "清除全部条件",
  member: {
    code: "编码", name: "指标名称", aliases: "别名", sector: "行业或类别", agency: "所属单位", role: "指标类别", measure: "计量单位", direction: "方向", bounded: "上限 100%", common: "共性指标",
    meaning: "指标解释", formula: "计算公式", source: "数据来源", evidence: "佐证材料", method: "取值方式", scoring: "评分方式", targets: "常用指标值", retired: "停用",
  },
  role: {
    cost: "成本", quantity: "数量", quality: "质量", timeliness: "时效", economic_benefit: "经济效益", social_benefit: "社会效益", ecological_benefit: "生态效益", sustained_benefit: "可持续影响", satisfaction: "满意度", other: "其他",
  },
  direction: { more: "越大越好", less: "越小越好", exact: "与计划一致", words: "文字表述" },
  scoring: { proportion: "按完成比例", satisfaction: "按满意度", direct: "达到得分", grade: "按等级" },
  yes: "是", no: "否", none: "没有写", join: "；", names: "、", roleIn: "{role}（{level1} / {level2}）",
  edit: "修改", retire: "停用", restore: "恢复使用", retiredDone: "已停用“{name}”：不再推荐给新的匹配，已确认的匹配保留。", restoredDone: "已恢复“{name}”。", savedDone: "已保存为第 {n} 版。", addedDone: "已新增“{name}”，编码 {code}。", undo: "撤回",
  newTitle: "新增指标", editTitle: "修改指标 {code}", save: "保存", cancel: "取消", codeHint: "留空由程序编", aliasHint: "几个之间用“；”隔开", targetHint: "符号在前，如 ≥ 95 %；几个之间用“；”隔开", measureHint: "文字表述的不写", agencyHint: "只归一个单位用的才写", sectorHint: "共性指标写类别", layerHint: "归谁用", required: "必填",
  region: "行政区划", regionHint: "9 位数字，与以后导入的文件相同，如 330400000", choose: "请选",
  fields: "指标内容", learned: "学到的名称", learnedSay: "有人确认过这些名称指的就是这条指标；以后本区划里再有同名的，直接认得。", learnedNone: "还没有学到名称。在匹配页确认一个名称，就会记在这里。",
  learnedFrom: "从哪条指标", who: "谁，何时", act: "操作", takeBack: "撤回", takeBackAria: "撤回“{name}”", takenBack: "已撤回“{name}”，它回到待定。",
  versions: "历次版本", versionHead: "版本", changed: "改了什么", changedFrom: "{member}：{before} → {after}", blank: "（空）", first: "新增", asShipped: "程序自带", importedFrom: "从“{name}”导入",
  ofYear: "{year} 年的指标", ofYearSay: "名称已确认、或最可能是这一条的指标。", ofYearNone: "{year} 年没有指标对应这一条。", ofYearGo: "去匹配", rows: "{n} 条", moreNames: "还有 {n} 个名称，在匹配页看",
  back: "← 指标库",
  importTitle: "导入指标", importSay: "选一个 XLSX、CSV 或 JSON 文件，先看会新增、改动哪些，再决定收不收。编码相同的改成新的一版，其余的新增；文件里没有的列不动，库里原有的指标一条也不会删。", importTemplate: "不知道怎么写，可以先导出一份，照它改。", importChoose: "选择文件", importDrop: "把文件拖到这里，或",
  importReading: "正在试读“{name}”", importAgain: "换一个文件", importIgnored: "这些列不认识，没有读：{columns}。列名以导出的文件为准。", importDo: "收入 {n} 条", importNothing: "没有可收的内容。", importWould: "会新增 {added} 条，改动 {changed} 条，不变 {unchanged} 条，不收 {refused} 条。", importDone: "已新增 {added} 条，改动 {changed} 条，不变 {unchanged} 条，未收 {refused} 条。",
  fate: { added: "新增", changed: "改动", unchanged: "不变", refused: "不收" }, fateFilter: "按结果筛选", all: "全部", place: "位置", fateHead: "结果", detail: "说明", see: "看本单位的指标", importMore: "再显示 {n} 条", importStarts: "新增第 1 版",
};

export const matches = {
  title: "匹配 {year} 年指标", say: "自拟的指标名称对应库里哪一条，由人来定。确认一次，本区划里同名的以后都认得。", names: "{n} 个名称", rowsSay: "{n} 条指标",
  said: "待定 {open} 个名称，已确认 {confirmed} 个，都不是 {none} 个", state: { open: "待定", confirmed: "已确认", none: "都不是" }, all: "全部", stateLabel: "按状态筛选",
  sure: "把握", sureOf: { any: "不论把握", exact: "名称相同", high: "80% 以上", middle: "60%–80%", low: "60% 以下", without: "没有候选" }, words: "名称里的词", sort: "排序", sortBy: { document: "文件顺序", confidence: "把握从大到小", unsure: "把握从小到大", rows: "条数从多到少", name: "名称" },
  filterLabel: "筛选", export: "导出 CSV", exportNote: "按当前筛选逐条导出", listed: "名称清单", count: "第 {at} 个，共 {n} 个", previous: "上一个", next: "下一个",
  rows: "{n} 条指标用这个名称", moreRows: "另有 {n} 条", alone: "只这一条另定", aloneIs: "这一条另定为：{entry}", aloneNone: "这一条另定为：都不是",
  candidates: "可能是库里的", noCandidates: "库里没有相近的。可以在下面查找，或新增一条。", by: { name: "名称相同", alias: "别名相同", learned: "有人确认过", ending: "结尾是库里的名称", likeness: "名称相近" }, spelling: "凭“{spelling}”", role: { agrees: "类别相同", differs: "类别不同" }, measure: { agrees: "单位相同", differs: "单位不同" },
  confirm: "确认", choose: "选这一条", none: "都不是", takeBack: "撤回", find: "另找一条", findLabel: "在指标库里查找", findNone: "库里没有这样的指标。", addEntry: "新增一条",
  decided: "已确认：{entry}", decidedNone: "已定：库里都不是", decidedBy: "{who}，{at}，从 {where}", done: "“{name}”已确认为“{entry}”。", doneNone: "“{name}”已定为都不是。", takenBack: "已撤回“{name}”，回到待定。", undo: "撤回",
  bulk: "批量确认", bulkTitle: "批量确认 {year} 年的匹配", bulkSay: "把握不低于下面这一档、而且只有一条最可能的待定名称，一次确认。先看清单再确认；确认后可以整批撤回。", bulkLeast: "把握不低于", bulkCount: "符合的有 {names}，{rows}。", bulkNone: "没有符合的待定名称。", bulkDo: "确认这 {n} 个", bulkCancel: "取消", bulkDone: "已确认 {n} 个名称。", bulkUndone: "已撤回 {n} 个名称。", bulkName: "名称", bulkRows: "条数", bulkEntry: "确认为", bulkMore: "还有 {n} 个，同样确认",
  empty: "没有待定的名称", emptySay: "{year} 年的指标名称都定过了。", nothing: "没有符合条件的名称", nothingSay: "换一个条件，或看全部。", seeAll: "看全部", more: "更多", first: "回到开头", toLibrary: "看指标库", page: "这里列出 {n} 个，共 {total} 个",
};
