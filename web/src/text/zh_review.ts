/** Words of findings that are set aside, of judging anew, and of duplicates. */
export const waivers = {
  aboutProject: "关于本项目", waive: "忽略", falseAlarm: "误报", waiveAria: "忽略：{title}", falseAlarmAria: "报为误报：{title}",
  kind: { waived: "忽略", false_alarm: "误报" },
  ask: "忽略或报误报", kindLabel: "怎样处理",
  kindSay: { waived: "意见说得对，这里可以不改。", false_alarm: "规则在这里判断错了。" },
  reason: "理由（必填）", recent: "最近写过", useReason: "填入理由：{reason}", noReason: "请先写理由，一句话即可。",
  confirm: { waived: "忽略", false_alarm: "报为误报" }, keys: "Ctrl+Enter 确认，Esc 离开", comesBack: "相关的格改动以后，这条意见会重新出现。", alike: "这一行同一规则的 {n} 条意见一起处理。",
  done: { waived: "已忽略“{title}”。", false_alarm: "已报为误报：“{title}”。" }, takeBack: "撤回", takeBackAria: "撤回：{title}", takenBack: "已撤回，意见重新计入。",
  aside: { waived: "已忽略 {n} 条", false_alarm: "误报 {n} 条" }, comma: "，",
  counts: "{year} 年", waived: "已忽略", falseAlarms: "误报", seeIndicators: "看指标", seeProjects: "看项目",
  listOf: "{year} 年已忽略和误报的意见", all: "全部", filterLabel: "筛选", words: "单位、项目、指标、理由或人", ended: "含已撤回的", export: "导出 CSV", exportNote: "导出本年这条规则的全部记录",
  where: "意见所在", why: "理由", who: "谁，何时", act: "操作", wholeProject: "（整个项目）", endedBy: "{who}撤回，{at}", shown: "{n} 条", lapsed: "已失效（内容已改）", lapsedNote: "所说的格此后改过，这条记录不再起作用，意见照常计入。", shownLapsed: "其中 {n} 条已失效",
  empty: "{year} 年没有忽略或误报", emptySay: "在项目页停在一条意见上，按 w 或点“忽略”“误报”并写明理由，就会列在这里，也可以从这里撤回。", emptyFind: "看有这条意见的项目", emptyNone: "这条规则在 {year} 年没有意见。",
  nothing: "没有符合条件的记录", nothingSay: "换一个词，或去掉条件。", clear: "清除条件",
};

export const findingFiles = {
  label: "导出审核意见", as: "导出意见 {format}", note: "导出当前筛选下的全部意见，列与命令行 jiheng review 相同",
  apply: "采纳全部建议", applyTitle: "采纳“{title}”的全部建议", applySay: "将改动 {n} 行，涉及 {projects} 个项目。", applyFirst: "这里列出前 {n} 行。", applyNone: "现在没有可以采纳的建议。",
  applyDo: "采纳 {n} 行", applied: "已采纳 {n} 行的建议。", undo: "全部撤销", undone: "已撤销 {n} 行。", left: "另有 {n} 行此后又改过，没有撤销。", changed: "列表打开以后有行改过，请看一遍新的列表。",
  noSuggestions: "这条规则现在没有可以采纳的建议，请到项目里逐条修改。", lastApplied: "{who}于 {at} 采纳了这条规则的建议，还有 {n} 行没有撤销。",
  only: "只看“{rule}”", onlyCount: "{n} 条", clear: "看全部意见", byPack: "按规则包 {pack} 第 {version} 版报的：{n} 条", byUnknown: "未记录规则包的：{n} 条", earlier: "误报是按当时的规则包报的：",
};

export const judging = {
  anew: "重新审核本年", title: "重新审核 {year} 年", by: "规则包", pack: "{title}（{id}，第 {version} 版）",
  say: "用规则包 {pack}（第 {version} 版）重新审核 {year} 年的全部项目。人工修改、忽略和误报都保留。",
  sayOther: "改用规则包 {pack}（第 {version} 版）审核 {year} 年的全部项目，此后导入和修改也按它审核，直到换回 {before}。人工修改、忽略和误报都保留。",
  was: "{year} 年于 {at} 重新审核过。", wasOlder: "{year} 年于 {at} 按这个规则包的第 {version} 版重新审核过，规则包此后改过，可再审核一次。", do: "开始审核", notNow: "先不审核",
  filedSince: "此后又有 {n} 次导入。跨单位比较的规则（与别处雷同、单位产出的花费）还没有把它们放在全年里比过，重新审核本年即可。",
  neverWhole: "本年还没有整体审核过。跨单位比较的规则（与别处雷同、单位产出的花费）要把全年放在一起才能判断，请重新审核本年。",
  share: "已完成 {percent}%", running: "审核中…", seconds: "已用 {n} 秒", stop: "停止", stopped: "已停止。审核过的单位已是新结果，其余仍是原来的；再审核一次就会补齐。",
  done: "审核完毕。{year} 年的意见由 {before} 处变为 {after} 处。", same: "审核完毕。{year} 年的意见仍是 {after} 处。", close: "关闭",
};

export const duplicates = {
  title: "{year} 年雷同指标", groups: "{n} 组", rows: "共 {n} 条", tally: "{groups}，{rows}", matching: "{total}；符合条件的 {some}",
  say: "不同项目里名称、符号、指标值和计量单位都相同的指标，多半是照抄模板；名称里的数字不计。各项目都适用的共性指标不在其中。", see: "看各组", seeRule: "规则说明",
  export: "导出 CSV", exportNote: "导出本年的全部雷同指标，不论筛选", filterLabel: "筛选", words: "指标、单位或项目", across: "只看跨单位的", yearsLabel: "看哪些年度", thisYear: "本年", lastYears: "近 {n} 年",
  beyond: "这里列出条数最多的 {n} 组，筛选和排序也只在这些组里；其余 {more} 组在导出的 CSV 里。", size: "条数", agencies: "涉及单位",
  rowsOf: "“{name}”所在的项目", moreRows: "再显示一些，还有 {n} 条",
  empty: "{year} 年没有雷同的指标", emptySay: "{n} 项指标里，没有两个项目的名称、符号、指标值和计量单位都相同。只导入了一部分单位时，导入其余单位后再看。", emptyImport: "去导入", emptyRules: "看其他规则的意见",
  nothing: "没有符合条件的雷同指标", nothingSay: "换一个词，或去掉条件。", clear: "清除条件",
};
