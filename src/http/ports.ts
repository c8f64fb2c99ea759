/** Parses a comma-separated list of ports; undefined if it isn't one. */
export function readPorts(text: string): readonly number[] | undefined {
  const ports = text.split(',').map((part) => (/^\s*\d{1,5}\s*$/.test(part) ? Number(part) : 0))
  return ports.every((port) => port >= 1 && port <= 65_535) ? ports : undefined
}
