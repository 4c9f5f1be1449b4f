// Small tables of our own making, for journeys that need several agencies and years.

/** A CSV table: a title with its year, a head, and rows of cells in the order of the head. */
export function csvOf(year, head, rows) {
  return Buffer.from([`${year}年项目支出绩效目标表`, head.join(","), ...rows.map((row) => row.join(","))].join("\n") + "\n");
}

const head = ["单位名称", "项目名称", "一级指标", "二级指标", "三级指标", "计算符号", "指标值", "计量单位", "实际完成值"];
const rates = { 甲馆: 90, 乙馆: 80, 丙馆: 85, 丁馆: 85, 戊馆: 88, 己馆: 92, 庚馆: 95, 辛馆: 95, 壬馆: 98, 癸馆: 85 };

/** Ten agencies with the same two indicators; the first has two earlier years, what one of them says is blank. */
export const ambitionTables = {
  2022: csvOf(2022, head, [
    ...Object.entries(rates).flatMap(([agency, rate], index) => [
      [agency, "教师培训", "产出指标", "质量指标", "培训合格率", "≥", rate, "%", ""],
      [agency, "教师培训", "产出指标", "成本指标", "人均培训费", "≤", 300 + 20 * index, "元", ""],
    ]),
    ["甲馆", "教师培训", "产出指标", "时效指标", "办结时间", "≤", 3, "天", ""],
    ["甲馆", "教师培训", "效益指标", "社会效益指标", "制度建设", "定性", "健全", "", ""],
    ["甲馆", "教师培训", "满意度指标", "服务对象满意度指标", "学员满意度", "≥", 90, "%", ""],
    ["乙馆", "校舍维修", "满意度指标", "服务对象满意度指标", "学员满意度", "≥", 85, "%", ""],
  ]),
  2021: csvOf(2021, head, [
    ["甲馆", "教师培训", "产出指标", "质量指标", "培训合格率", "≥", 92, "%", 93],
    ["甲馆", "教师培训", "产出指标", "成本指标", "人均培训费", "≤", 320, "元", ""],
  ]),
  2020: csvOf(2020, head, [["甲馆", "教师培训", "产出指标", "质量指标", "培训合格率", "≥", 91, "%", 90]]),
};

/** Files them, the oldest first. */
export async function fileYears(server, tables) {
  for (const year of Object.keys(tables).sort()) await server.file(`${year}.csv`, tables[year], { year: Number(year) });
}
