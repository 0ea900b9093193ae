export { type Tone, toneIcons, toneMarks, toneSoft } from "./tone.ts";
