import type { Meta, StoryObj } from "@storybook/react-vite";
import { SpreadBar } from "./spread-bar.tsx";

const meta = { title: "Charts/SpreadBar" } satisfies Meta;
export default meta;
type Story = StoryObj;

const all = () => (
  <div className="grid max-w-80 gap-4 text-sm">
    <div>
      Median 100, half of them 97 to 104
      <SpreadBar low={97} median={100} high={104} max={120} mark={100} />
    </div>
    <div>
      Median 88, half of them 40 to 101
      <SpreadBar low={40} median={88} high={101} max={120} mark={100} />
    </div>
    <div>
      All at 100
      <SpreadBar low={100} median={100} high={100} max={120} mark={100} />
    </div>
    <div>
      Beyond the scale
      <SpreadBar low={90} median={130} high={200} max={120} mark={100} />
    </div>
  </div>
);

export const Spreads: Story = { render: all };
export const Dark: Story = { parameters: { theme: "dark" }, render: all };
