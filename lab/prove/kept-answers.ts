import { openProofInstance } from './isolation/instance.ts'
import { walkKept } from './kept-answers/walk.ts'
import { allWrites } from './kept-answers/writes.ts'
import type { Proof } from './proof.ts'

/** The pages that may be given again, by their routes. All others are made again every time. */
export const keptRoutes: readonly string[] = [
  '/',
  '/days/:day{\\d{4}-\\d{2}-\\d{2}}',
  '/entries/:id',
  '/feeds',
  '/feeds/all',
  '/search',
  '/sources',
  '/sources/:id',
  '/stories/:id',
  '/stories/:id/coverage',
  '/stories/:id/quotes',
  '/stories/:id/timeline',
  '/today',
]

/**
 * Whether a page that is given again is ever another than one made again: every GET route, before and after everything that can be
 * written, by an operation or behind the product's back; and whether the walk would notice.
 */
export const prove: Proof = async () => {
  const now = () => new Date('2026-03-12T12:00:00Z')
  const instance = await openProofInstance('sqlite', { now })
  try {
    const walked = await walkKept(instance, now, allWrites(instance))
    const blind = await walkKept(
      instance,
      now,
      allWrites(instance, (name) => name === 'mark_read'),
      { versionOf: () => 1, isWalked: (route) => keptRoutes.includes(route) },
    )
    const isSame = walked.keptRoutes.join() === keptRoutes.join()
    const { stale, compared, wrote } = walked
    return {
      name: 'kept-answers',
      checks: [
        check('addresses asked twice', walked.addresses, '> 100', walked.addresses > 100),
        check('routes whose pages are given again', walked.keptRoutes.join(' '), keptRoutes.join(' '), isSame),
        check('writes after which all of them were asked again', wrote.length, '> 60', wrote.length > 60),
        {
          ...check('pages that were not as made anew', stale.slice(0, 5).join('; ') || 0, '0', stale.length === 0),
          cases: compared,
          failures: stale.length,
        },
        check(
          'the same where no write is noticed, to see that it is found',
          blind.stale.length,
          '> 0',
          blind.stale.length > 0,
        ),
      ],
    }
  } finally {
    await instance.close()
  }
}

function check(what: string, measured: number | string, wanted: string, isMet: boolean) {
  return { what, measured, wanted, isMet }
}
