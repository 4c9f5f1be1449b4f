// Self-evaluations of a year, made for the pages that score: one met, one with a ceiling passed, one
// with a blank actual value.
import { csvOf } from "./tables.js";

const head = ["单位名称", "项目名称", "一级指标", "二级指标", "三级指标", "计算符号", "指标值", "计量单位", "分值", "完成值"];

export const evaluations = csvOf(2022, head, [
  ["甲局", "展览", "产出指标", "数量指标", "展览场次", "≥", 20, "场", 54, 18],
  ["甲局", "展览", "效益指标", "社会效益指标", "排队时间", "≤", 60, "分钟", 36, 70],
  ["乙局", "修路", "产出指标", "数量指标", "里程", "≥", 10, "公里", 90, 10],
  ["乙局", "养护", "产出指标", "数量指标", "路段", "≥", 10, "段", 90, ""],
]);

/** Of two of them the money is known, and all of it was spent. */
const money = "单位,项目名称,全年预算数,执行数\n甲局,展览,100,100\n乙局,修路,100,100\n";

/** Files them and their money. */
export async function fileEvaluations(server) {
  await server.file("2022.csv", evaluations, { year: 2022 });
  const answer = await fetch(`${server.address}/api/v1/money`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: server.address },
    body: JSON.stringify({ name: "执行.csv", content: Buffer.from(money).toString("base64"), year: 2022, as_of: "2022-12-31", unit: "万元", dry_run: false }),
  });
  if (!answer.ok) throw new Error(`money: ${answer.status} ${await answer.text()}`);
}

/** Files them and keeps a run of scores; gives the run. */
export async function scoredYear(server, profile = "national-2020") {
  await fileEvaluations(server);
  const answer = await fetch(`${server.address}/api/v1/scoring/runs`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: server.address },
    body: JSON.stringify({ year: 2022, as_of: "2022-12-31", profile }),
  });
  if (!answer.ok) throw new Error(`score: ${answer.status} ${await answer.text()}`);
  return answer.json();
}
