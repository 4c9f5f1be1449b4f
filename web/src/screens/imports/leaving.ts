import { onBeforeUnmount, onMounted, ref, type Ref } from "vue";
import { onBeforeRouteLeave } from "vue-router";

/** Asks before the page is left while `atStake` counts anything; the browser asks in its own words when the window closes. */
export function useLeaving(atStake: () => number): { asking: Ref<boolean>; answer: (leave: boolean) => void } {
  const asking = ref(false);
  let settle: ((leave: boolean) => void) | undefined;

  function answer(leave: boolean): void {
    asking.value = false;
    settle?.(leave);
    settle = undefined;
  }

  onBeforeRouteLeave(() => {
    if (atStake() === 0) return true;
    answer(false);
    asking.value = true;
    return new Promise<boolean>((resolve) => (settle = resolve));
  });
  const closing = (event: BeforeUnloadEvent): void => {
    if (atStake() > 0) event.preventDefault();
  };
  onMounted(() => addEventListener("beforeunload", closing));
  onBeforeUnmount(() => removeEventListener("beforeunload", closing));
  return { asking, answer };
}
