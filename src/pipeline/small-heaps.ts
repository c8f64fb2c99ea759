import { setFlagsFromString } from 'node:v8'

/** Switches V8 to small heaps, and back. */
type HeapTuner = {
  /** Keeps heaps small until the returned function is called. */
  keepSmall(): () => void
  /** Counts a thread that reads articles (1), or one that has ended (-1): while there is one, heaps may grow. */
  countArticleThread(by: 1 | -1): void
}

/** Chooses V8's flags and sets them with `setFlag`. */
export function createHeapTuner(setFlag: (flag: string) => void): HeapTuner {
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
 * For this process: its flags apply to all its threads. With small heaps V8 collects garbage sooner and returns memory, which has no
 * measurable cost while feeds are polled, and takes a third more time where articles are read (docs/notes/memory.md).
 */
export const heaps = createHeapTuner(setFlagsFromString)
