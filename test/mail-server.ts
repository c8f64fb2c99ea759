import { createServer, type Socket } from 'node:net'

/** A message as a mail server was handed it. */
export type ReceivedMail = { readonly from: string; readonly to: readonly string[]; readonly source: string }

/** A mail server on loopback that keeps what it is handed. `answers` gives another answer to a command, `{ RCPT: '550 no' }`; `.` is the end of a message, `silence` answers nothing, and `drip` begins an answer that never ends. */
export async function startMailServer(answers: { [command: string]: string } = {}) {
  const received: ReceivedMail[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket.setEncoding('utf8'))
    socket.on('error', () => {}).on('close', () => sockets.delete(socket))
    let [pending, from, isMessage] = ['', '', false]
    let to: string[] = []
    socket.write('220 loopback\r\n')
    socket.on('data', (chunk: string) => {
      pending += chunk
      for (;;) {
        const end = pending.indexOf(isMessage ? '\r\n.\r\n' : '\r\n')
        if (end < 0) return
        const part = pending.slice(0, end)
        pending = pending.slice(end + (isMessage ? 5 : 2))
        if (isMessage) {
          received.push({ from, to, source: part.replace(/^\.\./gm, '.') })
          isMessage = false
          to = []
          const answer = answers['.'] ?? '250 kept'
          if (answer !== 'silence') socket.write(`${answer}\r\n`)
          continue
        }
        const command = part.slice(0, 4).toUpperCase()
        const given = answers[command]
        if (given === 'silence') return
        if (given === 'drip') {
          const dripping = setInterval(() => socket.write('250-and\r\n'), 10)
          socket.on('close', () => clearInterval(dripping))
          return
        }
        if (command === 'MAIL') from = /<(.*?)>/.exec(part)?.[1] ?? ''
        if (command === 'RCPT') to.push(/<(.*?)>/.exec(part)?.[1] ?? '')
        if (command === 'DATA' && !given) isMessage = true
        const greeting = command === 'EHLO' && answers.AUTH ? '250-loopback\r\n250 AUTH PLAIN' : undefined
        socket.write(
          `${given ?? greeting ?? (command === 'DATA' ? '354 go on' : command === 'QUIT' ? '221 bye' : '250 ok')}\r\n`,
        )
        if (command === 'QUIT') socket.end()
      }
    })
  })
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  const address = server.address()
  return {
    url: `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    received,
    answers,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((settle) => server.close(() => settle()))
    },
  }
}
