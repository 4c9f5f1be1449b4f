import { afterEach, describe, expect, it } from "vitest";
import { createMemoryHistory, createRouter } from "vue-router";
import { goBack, noteOrigin } from "./came_from";

const page = { template: "<i />" };
const fallback = { path: "/projects", query: { year: "2022" } };

function make() {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: "/indicators", name: "indicators", component: page }, { path: "/projects", name: "projects", component: page },
      { path: "/projects/:id", name: "project", component: page }, { path: "/documents/:id", name: "source", component: page },
      { path: "/rules/:id", name: "rule", component: page }, { path: "/:path(.*)*", name: "nowhere", component: page },
    ],
  });
  router.afterEach((to, from) => noteOrigin(to, from));
  return router;
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

describe("leaving a screen", () => {
  afterEach(() => window.history.replaceState(null, ""));

  it("takes one step back when that is where it was opened from", async () => {
    const router = make();
    await router.push("/indicators?q=专利");
    await router.push("/projects/7");
    window.history.replaceState({ back: "/indicators?q=专利" }, "");
    goBack(router, "project", fallback);
    await settled();
    expect(router.currentRoute.value.fullPath).toContain("/indicators?q=");
    expect(router.currentRoute.value.query.q).toBe("专利");
  });

  it("passes over the source and the rule that were looked at on the way", async () => {
    const router = make();
    await router.push("/indicators?q=专利");
    await router.push("/projects/7");
    await router.push("/documents/1");
    await router.push("/projects/7?row=3");
    window.history.replaceState({ back: "/documents/1" }, "");
    goBack(router, "project", fallback);
    await settled();
    expect(router.currentRoute.value.query.q).toBe("专利");
  });

  it("goes from a rule back to the project it explains", async () => {
    const router = make();
    await router.push("/projects/7?row=3");
    await router.push("/rules/boilerplate");
    goBack(router, "rule", { path: "/rules/x", query: {} });
    await settled();
    expect(router.currentRoute.value.fullPath).toBe("/projects/7?row=3");
  });
});
