// Made-up tables of targets: what a document says, before anything says how it looks.

/** A small generator of the same numbers for the same seed on every machine. */
export function random(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    below: (count) => Math.floor(next() * count),
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: (list) => list[Math.floor(next() * list.length)],
    chance: (share) => next() < share,
  };
}

const places = ["云溪市", "东陵区", "白沙县", "临江市", "北屏区", "南岭县"];
const bureaus = ["水利局", "教育局", "农业农村局", "卫生健康局", "文化和旅游局", "市场监督管理局", "住房和城乡建设局"];
const programmes = ["农村供水保障", "义务教育薄弱环节改善", "基层公共卫生服务", "文化惠民", "河湖长制工作经费", "信息化运行维护", "质量强市", "老旧小区改造"];
const tails = ["专项资金", "经费", "补助项目", "政府购买服务", "设备购置"];
const things = ["农村供水工程", "中小学教师", "河道巡查", "公共文化活动", "食品抽检", "小区管网", "应急演练", "业务系统", "健康档案", "图书馆藏书", "残疾人家庭", "乡镇卫生院"];
const kinds = {
  产出指标: {
    数量指标: () => ["数量", "≥"],
    质量指标: () => ["合格率", "≥"],
    时效指标: () => ["完成及时性", "定性"],
    成本指标: () => ["单位成本", "≤"],
  },
  效益指标: {
    社会效益: () => ["覆盖人数", "≥"],
    经济效益: () => ["带动增收金额", "≥"],
    生态效益: () => ["水质达标率", "＝"],
    可持续影响: () => ["长效机制健全性", "定性"],
  },
  满意度指标: { 服务对象满意度: () => ["群众满意度", "≥"] },
};
const measures = { 数量: ["个", "处", "人次", "场", "台（套）"], 覆盖人数: ["人", "万人"], 带动增收金额: ["万元", "元"], 单位成本: ["元", "万元"] };

function target(chance, word, sign) {
  if (sign === "定性") return chance.pick(["10月底前", "12月31日前完成", "健全", "2022年8月底前完成验收并投入使用", "按合同约定"]);
  if (word.endsWith("率") || word.endsWith("满意度")) return String(chance.between(80, 100));
  return chance.pick([chance.between(1, 30), chance.between(100, 9000), chance.between(10, 99) / 10]).toString();
}

function indicator(chance, level1, level2) {
  const [word, sign] = kinds[level1][level2]();
  const bracket = chance.chance(0.15) ? "（含街道、乡镇所属单位及其派出机构）" : "";
  const name = chance.pick(things) + word + bracket;
  const rate = word.endsWith("率") || word.endsWith("满意度");
  const measure = sign === "定性" ? "" : rate ? chance.pick(["%", "％", "(%)"]) : chance.pick(measures[word] ?? ["个"]);
  return { level1, level2, name, sign, target: target(chance, word, sign), measure };
}

/** Rows of one table: agencies, their projects, each with indicators in the order of their kinds. */
export function table(chance, rows) {
  const made = [];
  const used = new Set();
  const fresh = (make) => {
    for (;;) {
      const text = make();
      if (!used.has(text)) {
        used.add(text);
        return text;
      }
    }
  };
  while (made.length < rows) {
    const agency = fresh(() => chance.pick(places) + chance.pick(bureaus) + (chance.chance(0.3) ? "直属" + chance.pick(["中心", "大队", "服务站"]) : "") + (used.size > 60 ? String(used.size) : ""));
    for (let p = chance.between(1, 4); p > 0; --p) {
      const project = fresh(() => `${chance.pick(programmes)}-${chance.pick(things)}${chance.pick(tails)}${used.size > 12 ? used.size : ""}`);
      const names = new Set();
      for (const [level1, below] of Object.entries(kinds)) {
        for (const level2 of Object.keys(below)) {
          for (let i = chance.below(3); i > 0; --i) {
            const row = indicator(chance, level1, level2);
            if (names.has(row.name)) continue;
            names.add(row.name);
            made.push({ agency, project, ...row });
          }
        }
      }
    }
  }
  return made.slice(0, rows);
}

export const columns = ["agency", "project", "level1", "level2", "name", "sign", "target", "measure"];
export const heads = ["单位名称", "项目名称", "一级指标", "二级指标", "三级指标", "计算符号", "指标值", "计量单位"];
export const title = "2022年市级部门预算财政拨款项目支出预算表";

/**
 * For each row and column: how many rows the cell covers, 0 where one above covers it. Parents are
 * merged while they and everything left of them stay equal.
 */
export function spans(rows, merged) {
  const cover = rows.map(() => columns.map(() => 1));
  if (!merged) return cover;
  for (let c = 0; c < 4; ++c) {
    for (let r = 0, first = 0; r < rows.length; ++r) {
      const same = r > 0 && columns.slice(0, c + 1).every((key) => rows[r][key] === rows[r - 1][key]);
      if (!same) first = r;
      else {
        cover[r][c] = 0;
        ++cover[first][c];
      }
    }
  }
  return cover;
}
