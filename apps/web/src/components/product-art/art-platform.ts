import type { ProductCard } from "@smplat/contracts";
import type { Platform } from "@smplat/contracts/vocabulary";

/** Whose colours a product's picture takes: the platform shopped for, or one of its own, picked by its seed. */
export function artPlatform(
  { platforms, artSeed }: Pick<ProductCard, "platforms" | "artSeed">,
  own: Platform | undefined,
): Platform | undefined {
  return own !== undefined && platforms.includes(own) ? own : platforms[artSeed % platforms.length];
}
