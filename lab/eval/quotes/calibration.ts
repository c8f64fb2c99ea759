/** How sure we said to be of a speaker, and whether we were right. */
export type Stated = { readonly confidence: number; readonly isRight: boolean }

/** Fewer than these in a tenth say nothing. */
const ENOUGH = 30

/**
 * `calibration`: one less the worst gap between the confidence stated and the share that was right, over the tenths of
 * confidence with 30 items or more. `calibration_mean`: the same with the gap averaged over all items, a tenth weighing what
 * it holds (expected calibration error, Naeini 2015). A speaker given to words that the key gives to nobody is wrong: the
 * reader is told that somebody said them. None when no tenth has enough.
 */
export function calibrationOf(stated: readonly Stated[]): Record<string, number> {
  const tenths = Array.from({ length: 10 }, () => ({ all: 0, right: 0, sum: 0 }))
  for (const { confidence, isRight } of stated) {
    const tenth = tenths[Math.min(9, Math.floor(confidence * 10))] as { all: number; right: number; sum: number }
    tenth.all++
    tenth.sum += confidence
    if (isRight) tenth.right++
  }
  const filled = tenths.filter(({ all }) => all >= ENOUGH)
  if (filled.length === 0) return {}
  const gaps = filled.map(({ all, right, sum }) => ({ all, gap: Math.abs(sum - right) / all }))
  const total = gaps.reduce((sum, { all }) => sum + all, 0)
  return {
    calibration: 1 - Math.max(...gaps.map(({ gap }) => gap)),
    calibration_mean: 1 - gaps.reduce((sum, { all, gap }) => sum + all * gap, 0) / total,
  }
}
