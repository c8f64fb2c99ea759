import { setFlagsFromString } from 'node:v8'

/** Who wants heaps small, and who does not. */
export type HeapKeeper = {
  /** Until what this answers is called, heaps are kept small. */
  keepSmall(): () => void
  /** Counts a thread that reads articles (1), or one that has ended (-1): while there is one, heaps may grow. */
  countArticleThread(by: 1 | -1): void
}

/** Chooses what V8 is told, by `setFlag`. */
export function heapKeeper(setFlag: (flag: string) => void): HeapKeeper {
  let rounds = 0
  let articleThreads = 0
  let isSmall = false

  const choose = () => {
    const wanted = rounds > 0 && articleThreads === 0
    if (wanted === isSmall) return
    isSmall = wanted
    setFlag(wanted ? '--optimize-for-size' : '--no-optimize-for-size')
  }
  return {
    keepSmall() {
      rounds += 1
      choose()
      return () => {
        rounds -= 1
        choose()
      }
    },
    countArticleThread(by) {
      articleThreads += by
      choose()
    },
  }
}

/**
 * That of this process: its flags hold for all its threads. Told so, V8 collects garbage sooner and gives memory back, which costs
 * nothing that could be told while feeds come in, and a third more time where articles are read (docs/notes/memory.md).
 */
export const heaps = heapKeeper(setFlagsFromString)
