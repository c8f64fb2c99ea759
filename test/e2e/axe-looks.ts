import type { Tab } from './tabs.ts'
import { loadAxe, violations } from './tabs.ts'

export type Look = readonly [width: number, theme: 'light' | 'dark', rules: 'all' | 'layout' | 'colors']

/**
 * Every rule at every width, and at every width in both directions those that hang on the layout; what a color is hangs on
 * the theme alone. By locale.
 */
const chosenLooks: Readonly<Record<'en-GB' | 'ar', readonly Look[]>> = {
  'en-GB': [
    [1280, 'light', 'all'],
    [768, 'light', 'layout'],
    [375, 'light', 'all'],
    [375, 'dark', 'colors'],
    [1280, 'dark', 'colors'],
  ],
  ar: [
    [1280, 'light', 'layout'],
    [768, 'light', 'all'],
    [375, 'light', 'all'],
    [768, 'dark', 'colors'],
  ],
}

/** What a page is looked at in. With TWOSOURCE_TEST_AXE=whole every rule in every look, which takes three times as long. */
export function looksIn(locale: keyof typeof chosenLooks): readonly Look[] {
  return process.env.TWOSOURCE_TEST_AXE === 'whole' ? everyLook : chosenLooks[locale]
}

const everyLook: readonly Look[] = [375, 768, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((theme) => [width, theme, 'all'] as const),
)

/** The rules of axe that the page of a tab breaks, look by look; the tab is afterwards as large and as bright as before. */
export async function brokenIn({ page }: Tab, looks: readonly Look[]): Promise<readonly string[]> {
  const size = page.viewportSize()!
  await loadAxe(page)
  const found: string[] = []
  for (const [width, colorScheme, rules] of looks) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme, forcedColors: 'none' })
    const problems = await violations(page, rules)
    found.push(...problems.map((problem) => `${width} ${colorScheme}: ${problem}`))
  }
  await page.setViewportSize(size)
  await page.emulateMedia({ colorScheme: 'light' })
  return found
}
