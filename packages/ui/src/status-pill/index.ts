export { StatusPill, type StatusPillProps } from "./status-pill.tsx";
