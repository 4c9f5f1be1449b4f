/** Words of scoring profiles, kept scores and what-if. */
export const scoring = {
  title: "评分办法", say: "各级评分办法怎样给分，一条条写明，例子由评分程序当场算出。评过的分连同当时的办法和数据留存，随时可以重算核对。",
  profiles: "评分办法", exportProfiles: "导出评分办法", runs: "{year} 年的评分", runsNone: "{year} 年还没有评过分", runsNoneSay: "选一个评分办法和截止日期，点“评分并留存”。完成值、分值和执行数来自已导入的自评表和已填报的数据。",
  profile: "评分办法", version: "第 {n} 版", clause: "依据", verified: "已核", unverified: "待核", usual: "默认", code: "编号与版本", inheritsHead: "继承自", inherits: "在“{name}”的基础上", inheritsNone: "不继承",
  asOf: "截止日期", scope: "范围", wholeYear: "全年度", ofProject: "项目：{name}", projects: "项目数", grades: "等级", unscored: "未评分指标", at: "评分时间", author: "谁", ofRun: "重算自另一次评分",
  keep: "评分并留存", keeping: "正在评分", keepingDone: "已评 {done} / {all} 个项目", cancel: "停止", kept: "已评 {n} 个项目并留存。", see: "查看", unfinished: "没有做完：{done} / {all}", discard: "清除", discarded: "已清除没有做完的评分。", agency: "单位", allAgencies: "全部单位", today: "不填为今天",
  none: "未定等级", gradeCount: "{grade} {n}", between: "，", whatIfGo: "改几个参数，看谁会变", back: "← 评分办法", backRun: "← 这次评分",
  profileSay: "{title}（{id}，第 {version} 版）", own: "自己试一个", ownSay: "填一条指标，看这个办法给几分；地址里带着所填内容，可以发给别人看。", role: "指标类别", comparator: "计算符号", target: "指标值", measure: "计量单位", actual: "完成值", points: "分值", personScore: "评定分", compute: "计算", noSign: "不写",
  examples: "例子", score: "得分", scoreOf: "{score} / {points}", notScored: "未评分", derivation: "推导", variantRatio: "若按比例式", variantLinear: "若按线性式", budget: "全年预算数", executed: "全年执行数", judged: "指标得分", rate: "执行率", total: "总分", grade: "等级", blank: "（空白）",
  runTitle: "{year} 年评分（截至 {day}）", runProposed: "（其中 {n} 条的分值是按办法建议的）", runSay: "按“{title}”第 {version} 版评 {projects}，{scored} 条指标得分，{unscored} 条未评分{proposed}。{who} 评于 {at}。", projectsN: "{n} 个项目",
  check: "重算核对", checking: "正在重算", same: "重算一致：{n} 个项目的结果与留存的一字不差", differs: "重算不一致：{n} 个项目与留存的不同：{names}", hash: "办法指纹 {hash}", hashSay: "留存的评分办法全文的 SHA-256",
  compare: "换一个办法比较", compareNone: "不比较", compareWith: "与“{name}”比较", keepOther: "按此办法另存一次", filter: "按等级筛选", all: "全部", words: "项目、单位", search: "查找", export: "导出", exportNote: "导出所列项目的每一条得分和推导", hits: "符合条件的 {n} 个项目",
  column: { agency: "单位", project: "项目", total: "总分", grade: "等级", execution: "预算执行", unscored: "未评分", before: "之前", after: "之后", by: "变化", indicators: "变的指标", document: "序号" },
  of: "{score} / {possible}", partial: "部分", open: "看推导", close: "收起推导", nothing: "没有符合条件的项目", nothingSay: "换一个等级或词。", clear: "清除条件", executionRow: "预算执行", totalRow: "总分", differsFiled: "原表 {filed} 分：{why}", byPerson: "人评", asOfValue: "{day} 的值",
  ifTitle: "假如改办法", ifSay: "改评分办法的参数，看 {year} 年谁会变、变多少。什么也不会留存。", ifRun: "依据 {day} 的评分留存的数据", ifYear: "依据 {year} 年目前的数据", base: "现在的办法", other: "换成", otherSame: "还是这个办法", parameter: "参数", now: "现在", then: "改为", add: "添加参数", remove: "去掉 {key}", ask: "看看谁会变", asking: "正在计算", choose: "选参数", toml: "写法同评分办法文件；空着就是去掉这一项", 
  changes: "改了什么", changesNone: "没有改动任何参数。", noneValue: "（没有）",
  sentence: "{projects} 个项目中，{up} 个升，{down} 个降，{regraded} 个换了等级。", sentenceNone: "{projects} 个项目一个也没有变。", gradesTable: "等级变化", bandsTable: "变化幅度", bandProjects: "项目数", bandBelow: "降 {to} 分以上", bandAbove: "升 {from} 分及以上", bandDown: "降 {to}–{from} 分", bandUp: "升 {from}–{to} 分", moved: "谁变了", movedCut: "列出变化最大的 {n} 个，共 {all} 个", movedNone: "没有项目变化", ofGrade: "{before} → {after}", moreRows: "另有 {n} 条",
  key: {
    total: "满分", places: "保留小数位数", fraction_from: "占比读法的起点（%）", difference: "视为一致的差（分）", assign: "哪种指标用哪种方法", late: "逾期分档", proportion_ceiling: "≤ ＜ 的算法（ratio 或 linear）", proportion_equal: "＝ 的算法", proportion_tolerance: "＝ 的允许偏差（%）", proportion_pass: "及格门槛（%）", proportion_strict: "＞ ＜ 不含本数（true 或 false）", graded_level: "达成等级", satisfaction_met_is_full: "达到满意度目标得满分", satisfaction_band: "满意度分档", stepped_band: "完成程度分档", deduction_per: "每差多少（%）", deduction_off: "扣多少（%）", over_from: "超额从多少起（%）", over_points: "超额扣分", over_share: "超额扣分值的（%）", over_per: "每再超多少（%）", execution_points: "预算执行分值", execution_band: "执行率分档", execution_caps_cap: "按执行率封顶", grades_grade: "评价等级", points_kinds: "一级指标分值",
  },
};
