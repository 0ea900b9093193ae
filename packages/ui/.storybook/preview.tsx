import type { Preview } from "@storybook/react-vite";
import "./preview.css";

/** Every story is drawn inside a frame that carries the theme, the density and the width it is asked for. */
const preview: Preview = {
  parameters: {
    layout: "fullscreen",
    a11y: { test: "error" },
    controls: { disable: true },
  },
  globalTypes: {
    theme: { toolbar: { title: "Theme", icon: "mirror", items: ["light", "dark"], dynamicTitle: true } },
    density: { toolbar: { title: "Density", icon: "component", items: ["shop", "dense"], dynamicTitle: true } },
  },
  initialGlobals: { theme: "light", density: "shop" },
  decorators: [
    (Story, { globals, parameters }) => (
      <div
        className="min-h-dvh p-6"
        data-theme={parameters.theme ?? globals.theme}
        data-density={parameters.density ?? globals.density}
        lang={parameters.lang ?? "en"}
      >
        <div style={{ maxWidth: parameters.width ?? 760 }}>
          <Story />
        </div>
      </div>
    ),
  ],
};

export default preview;
