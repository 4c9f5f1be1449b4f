/** Words of comparing a target, of frames, and of the review queue. */
export const ambition = {
  title: "目标对比", open: "目标对比", openAria: "目标对比：{name}", export: "目标对比 CSV", exportNote: "导出每个目标的往年和同类；只按年度、单位和项目筛选",
  entry: "指标库：{name}（{code}）",
  say: {
    amongFloors: "目标 {target} 高于 {share} % 的同类（{n} 个项目）。",
    amongCeilings: "这里越低越严。目标 {target}，{share} % 的同类（{n} 个项目）定得比它低。",
    asPeers: "目标 {target}，和全部同类（{n} 个项目）一样。",
    fewPeers: "本年同类只有 {n} 条，不到 {least} 条，看不出高低。",
    noPeers: "{year} 年没有别的项目有这项指标，没有同类可比。",
    past: "{year} 年目标 {target}，完成 {actual}。",
    pastTarget: "{year} 年目标 {target}，没有填完成值。",
    pastActual: "{year} 年完成 {actual}。",
    noPast: "本单位往年没有这项指标，没有自己的过去可比。",
    noNumber: "指标值“{target}”是{kind}，不是数，没有什么可对比的。能写成数的，先在表里改成数和计量单位。",
    noMeasure: "指标值“{target}”没有程序认得的计量单位，没有什么可对比的。先在表里填上计量单位。",
    otherKind: "指标值“{target}”是{kind}，只有数值能与往年和同类对比。",
    noTarget: "这一行没有指标值，没有什么可对比的。先在表里填上。",
  },
  own: "本项目 {value}", median: "中位数 {median}", middle: "中间一半 {from}–{to}，中位数 {median}", chart: "点图，一点一条同类指标：{say}", pastChart: "折线图：{say}",
  peers: "{year} 年的同类", count: "{n} 条", where: "项目", more: "再显示一些，还有 {n} 条", inMeasure: "（{measure}）",
  pastTitle: "本单位往年", year: "年度", thisYear: "本年", target: "目标", actual: "完成", blank: "没有填",
};

export const frames = {
  frame: "指标体系", none: "看不出（这些类别各体系都有）", unverified: "原文待核", unverifiedNote: "这一体系还没有和文件原文核对过。",
  look: "换一个体系看", asFiled: "按本来的体系", differ: "{n} 行的类别不同", lack: "{n} 行没有对应的类别", same: "各行的类别都相同", comma: "，",
  inOther: "在所选体系里：", differs: "不同", lacks: "无此类",
};

export const review = {
  title: "{year} 年审核", left: "还有 {n} 个项目有意见", leftHere: "符合条件的还有 {n} 个项目", ofAll: "本年共 {n} 个项目", atLeast: "至少 {n} 个项目有意见",
  rules: "审核规则", duplicates: "雷同指标", all: "看全部项目", judge: "去重新审核",
  doneTitle: "{year} 年没有待看的意见", doneSay: "{n} 个项目都没有意见，或者意见都已采纳、忽略。导入了新文件、改了规则包以后，这里会再列出来。",
  at: "第 {n} 个，共 {total} 个", queue: "审核队列", gone: "已不在队列里，队列还有 {total} 个", empty: "队列已经看完", clean: "本项目已没有意见",
  previous: "上一个项目", next: "下一个项目", back: "回到队列", first: "到第一个", ofRule: "只计“{rule}”的意见",
};
