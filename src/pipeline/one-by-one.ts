export type OneByOne = <Result>(work: () => Promise<Result>) => Promise<Result>

/** Does pieces of work one after another, in the order they come; each ends as it would alone. */
export function oneByOne(): OneByOne {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const done = last.then(work)
    last = done.catch(() => {})
    return done
  }
}
