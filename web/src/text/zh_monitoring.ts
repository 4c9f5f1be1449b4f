/** Words of double monitoring: the board, the form of a project, and importing money. */
export const monitoring = {
  title: "{year} 年绩效监控", period: "1—{month} 月", firstPeriod: "{month} 月", otherMonths: "其他月份", months: { 1: "1", 2: "2", 3: "3", 4: "4", 5: "5", 6: "6", 7: "7", 8: "8", 9: "9", 10: "10", 11: "11", 12: "12" }, listed: "、", onlyMoney: "仅资金", olderFigures: "{n} 项指标的数早于时段末，之后没有填报过。", olderMoney: "执行数截至 {day}，之后没有填报过。", moneyHead: "项目资金（万元）", shapeOf: "{shape}（{whose}）", periodLabel: "监控时段", keyMonth: "集中监控", say: "按{pack}，到 {day} 止。灯取指标和预算执行中最差的；没有填报的不亮灯，指标都没有填报的注明“仅资金”。", unverified: "条文待核",
  light: { none: "未亮灯", red: "红灯", yellow: "黄灯", green: "绿灯", blue: "蓝灯", not_reported: "未填报", unclear: "无法判断" },
  quadrant: { none: "资料不足", on_track: "钱事同步", money_behind: "事快钱慢", goals_behind: "钱快事慢", both_behind: "钱事都慢" },
  quadrantHead: "钱 × 事", quadrantSay: "{total} 个项目中，{placed} 个钱和事都有数：{onTrack} 个同步，{money} 个事快钱慢，{goals} 个钱快事慢，{both} 个都慢。", quadrantChart: "横轴是预算执行进度，纵轴是目标实现进度，都是占应完成的百分比；每点一个项目，是下面列出的这一页。{say}", moneyAxis: "钱：执行进度 %", goalsAxis: "事：目标进度 %", goalsOver: "目标 ≥ {limit}%", goalsUnder: "目标 < {limit}%", moneyOver: "执行 ≥ {limit}%", moneyUnder: "执行 < {limit}%",
  lightsHead: "灯", lightsLabel: "按灯筛选", tally: "{light} {n} 个",
  filter: { quadrant: "钱 × 事", agency: "单位", pack: "监控办法" }, filterLabel: "筛选", words: "搜索 {words}", clearWords: "不再按词筛选",
  hits: "{n} 个项目", export: "导出监控表", exportCsv: "导出清单 csv", money: "导入资金", moneyLink: "导入执行数",
  column: { light: "灯", project: "项目", agency: "单位", lights: "指标的灯", goals: "目标进度", execution: "执行率", pace: "执行进度", forecast: "预计全年执行", missing: "预计达不到", notReported: "未填报", quadrant: "钱 × 事" },
  missing: "还有 {n} 个项目没有算出灯。", compute: "现在计算", computing: "正在计算，还剩 {n} 个", stop: "停下", computed: "已全部算出。",
  nothing: "没有符合条件的项目", nothingSay: "减少一个条件，或换一个词再搜。", clear: "清除全部条件",
  startTitle: "{year} 年还没有监控数据", startSay: "导入执行数，填报完成值，就能看到灯和钱 × 事。", startMoney: "导入执行数",
  formTitle: "监控表", back: "← 监控", toProject: "看目标表", fill: "填报 {day} 的完成值", noValue: "–",
  moneyTitle: "项目资金", initial: "年初预算数", adjusted: "全年预算数", executed: "执行数", rate: "执行率", pace: "占序时进度", expected: "全年预计执行", asOf: "截至 {day}", tenThousand: "万元", noMoney: "还没有资金数。",
  indicators: "绩效指标", name: "指标", target: "年度指标值", reached: "完成情况", due: "应完成", forecast: "按目前进度全年", opinion: "监控意见", how: "怎么算的", howAria: "{name}：怎么算的", clause: "依据：{clause}",
  met: "能达到", missed: "达不到", forecastNone: "不推算",
  mustExplain: "要写偏差原因和措施", give: "填写意见", giveAria: "填写意见：{name}", changeAria: "修改意见：{name}", change: "修改意见", curve: "应完成进度", curveAria: "“{name}”的应完成进度", own: "自定", usual: "按办法",
  possibility: "完成目标可能性", choose: "请选", reasons: "偏差原因", words2: "原因说明", measure: "拟采取措施", expectedValue: "全年预计完成", note: "备注", save: "保存", cancel: "取消", saved: "已保存“{name}”的意见。", required: "必填", byWhom: "{who}，{at}",
  curveTitle: "应完成进度：{name}", shape: { straight: "按月均衡", milestones: "按节点", quarters: "按季度" }, shapeLabel: "形状", shapeUsual: "按监控办法", pointsMilestones: "节点，一行一个，如 03-31: 20 或 3月 20", pointsQuarters: "四个季度末的累计百分比，一行一个", curveSaved: "已保存“{name}”的应完成进度。", curveSay: "虚线是应完成的百分比，实点是填报的完成值折成的百分比。{say}", curveSaid: "到 {day} 应完成 {share}%，实际完成 {rate}%。", curveSaidNone: "到 {day} 应完成 {share}%，还没有可比的完成值。", month: "月底", share: "应完成 %", value: "完成值", ofTarget: "完成占目标 %",
  conclusion: "{light}；{quadrant}", counts: "红 {red}、黄 {yellow}、绿 {green}、蓝 {blue}，未填报 {none}",
};

export const money = {
  title: "导入资金", say: "选一个资金表（XLSX、XLS、ODS、CSV、PDF、DOCX、HTML），先试读：每行对上哪个项目、哪里没看懂，都列出来；没有问题再存入。列的对应会记住，同样的表下次直接用。",
  back: "← 监控", choose: "选择文件", again: "换一个文件", drop: "把文件拖到这里，或", reading: "正在试读“{name}”", asOf: "执行数截至", unit: "金额单位", meant: "选择项目", meantAria: "“{name}”是哪个项目", unitOther: "表里写的是{unit}，请核对。", setAside: "表头写了单位的列按表头读，不按所选的{unit}。", unitState: { missing: "请选", by_column: "各列不同", in_cells: "每个金额自己写了" }, dayFrom: { missing: "表里没有写，请填", rows: "每行自己写了", head: "按表头里的月份填的，请核对", last: "沿用上一张表的，请核对", chosen: "您填的" }, unitFrom: { unknown: "表里没有写，请选", head: "表里写明", remembered: "上次选的", chosen: "已选" },
  columns: "列的对应", columnsRemembered: "按上次的对应。", columnsGuessed: "按表头的字猜的，请核对。", head: "表头", is: "是", countsIn: "单位", adjusting: "调整 {amount}", notRead: "不读",
  column: { project: "项目名称", agency: "单位", initial: "年初预算数", adjusted: "全年预算数", adjustment: "预算调整（增减额）", executed: "执行数", expected: "全年预计执行数", as_of: "截至日期" },
  said: "看懂 {understood} 行，没看懂 {doubtful} 行。年初预算 {initial} 元，全年预算 {adjusted} 元，执行 {executed} 元。", accept: "存入 {n} 行", done: "已存入 {n} 行，{doubtful} 行没看懂未存。", waits: { columns: "先把列的对应定下来：哪列是项目，哪列是预算或执行。", unit: "有的金额不知道单位，先选金额单位，再存入。", day: "先填执行数截至哪一天，再存入。", rows: "没有可存的行。" },
  rows: "逐行结果", place: "位置", project: "表里的项目", found: "库里的项目", initial: "年初预算", adjusted: "全年预算", executed: "执行数", fate: "结果", more: "还有 {n} 行没有列出。", only: "只看没看懂的和有提醒的", see: "看监控", untitled: "（空）", columnAria: "“{head}”是什么",
};
