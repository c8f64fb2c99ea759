const OPEN = '93.184.215.14'
const OPEN6 = '2606:2800:21f:cb07:6820:80da:af6b:8b2c'

/**
 * Names whose answer changes, each as what it resolves to the nth time it is asked for. What a name is an alias of (CNAME) is what it
 * resolves to, and no answer is kept longer than it is used (a TTL of 0).
 */
export const rebindings: readonly ((time: number) => readonly string[])[] = [
  // Public first, private from then on.
  (time) => (time === 0 ? [OPEN] : ['127.0.0.1']),
  // Private first.
  (time) => (time === 0 ? ['10.0.0.1'] : [OPEN]),
  // Turn by turn.
  (time) => (time % 2 === 0 ? [OPEN] : ['169.254.169.254']),
  // Both at once, public first and last.
  () => [OPEN, '192.168.1.1'],
  () => ['192.168.1.1', OPEN],
  // IPv4 public, IPv6 private, and the other way.
  () => [OPEN, '::1'],
  () => ['127.0.0.1', OPEN6],
  // An alias of an inner name, IPv4 in IPv6.
  (time) => (time % 2 === 0 ? ['::ffff:10.0.0.1'] : ['64:ff9b::7f00:1', 'fd12::1']),
]
