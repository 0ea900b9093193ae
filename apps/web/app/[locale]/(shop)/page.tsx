import { ByPlatform } from "#features/home/by-platform.tsx";
import { FiveSteps } from "#features/home/five-steps.tsx";
import { Hero } from "#features/home/hero.tsx";
import { HonestAnswers } from "#features/home/honest-answers.tsx";

export default function HomePage() {
  return (
    <>
      <Hero />
      <FiveSteps />
      <ByPlatform />
      <HonestAnswers />
    </>
  );
}
