/** @typedef {{ waiting: number, refused: number, bytes: number, copies: { url: string, title: string, keptAt: number }[] }} Status */

/**
 * Sends a command to the service worker and returns its status. Undefined when there is none, or it does not answer.
 * @param {'status' | 'clear' | 'send' | 'forget' | 'ahead' | 'ahead-now'} kind
 * @returns {Promise<Status | undefined>}
 */
export async function ask(kind) {
  if (!navigator.serviceWorker) return undefined
  const { active } = await navigator.serviceWorker.ready
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }) => resolve(data)
    setTimeout(() => resolve(undefined), 60_000)
    active?.postMessage({ kind }, [port2])
  })
}
