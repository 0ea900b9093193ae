export { StaleMark, type StaleMarkProps } from "./stale-mark.tsx";
