import type { Tab } from './tabs.ts'
import { loadAxe, violations } from './tabs.ts'

export type Look = readonly [width: number, theme: 'light' | 'dark', rules: 'all' | 'layout' | 'colors']

type Looks = Readonly<Partial<Record<'en-GB' | 'ar', readonly Look[]>>>

/** By turns, page after page: left to right or right to left, narrow or wide, light or dark. Two states of one kind have two turns. */
const turns: readonly [Looks, ...Looks[]] = [
  { 'en-GB': [[1280, 'light', 'all']] },
  { ar: [[375, 'dark', 'all']] },
  { 'en-GB': [[375, 'dark', 'all']] },
  { ar: [[1280, 'light', 'all']] },
  { 'en-GB': [[768, 'light', 'all']] },
]

/** Whether every page and state is looked at in every look, which takes many times as long. */
export const isWhole = process.env.TWOSOURCE_TEST_AXE === 'whole'

/** What the page at this place in the list is looked at in. */
export function looksAt(place: number): Looks {
  if (isWhole) return { 'en-GB': everyLook, ar: everyLook }
  return turns[place % turns.length] ?? turns[0]
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
    // As tall as the page: what is under the bar at the foot of a phone until one scrolls is covered by chance alone.
    const height = Number(await page.evaluate('document.documentElement.scrollHeight'))
    await page.setViewportSize({ width, height: Math.max(900, height + 60) })
    await page.emulateMedia({ colorScheme, forcedColors: 'none' })
    const problems = await violations(page, rules)
    found.push(...problems.map((problem) => `${width} ${colorScheme}: ${problem}`))
  }
  await page.setViewportSize(size)
  await page.emulateMedia({ colorScheme: 'light' })
  return found
}
