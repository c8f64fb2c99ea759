import { crc32, deflateSync } from 'node:zlib'
import { nth } from '../core/nth.ts'

/** The colors of the logo: the accent color of the style sheet, and its paper. */
const accent = [0x0b, 0x5c, 0x5f] as const
const paper = [0xff, 0xfe, 0xfb] as const

/** The two strokes as Bézier curves in a square of 32, as in the SVG of `assets.ts`. */
const strokes = [
  [7, 8, 16, 8, 16, 16, 25, 16],
  [7, 24, 16, 24, 16, 16, 25, 16],
] as const

/**
 * The logo as PNG. A maskable one fills its square and keeps the strokes in the middle, since a phone may cut the corners off; the other
 * has round corners of its own.
 */
export function markPng(size: number, isMaskable: boolean): Buffer<ArrayBuffer> {
  const scale = (size / 32) * (isMaskable ? 0.72 : 1)
  const offset = isMaskable ? (size * (1 - 0.72)) / 2 : 0
  const ink = strokeCoverage(size, scale, offset)
  const radius = isMaskable ? 0 : (7 / 32) * size
  // Each row begins with its filter: none.
  const rows = Buffer.alloc(size * (1 + size * 4))
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const at = y * (1 + size * 4) + 1 + x * 4
      const share = ink[y * size + x]!
      for (let channel = 0; channel < 3; channel++)
        rows[at + channel] = Math.round(nth(accent, channel) * (1 - share) + nth(paper, channel) * share)
      rows[at + 3] = Math.round(255 * insideCorner(x + 0.5, y + 0.5, size, radius))
    }
  return png(size, rows)
}

/** How much of each pixel the strokes cover, 0 to 1: a round pen moved along the curves. */
function strokeCoverage(size: number, scale: number, offset: number): Float32Array {
  const covered = new Float32Array(size * size)
  const pen = 1.5 * scale
  const steps = Math.ceil(40 * scale)
  for (const [x0, y0, x1, y1, x2, y2, x3, y3] of strokes)
    for (let step = 0; step <= steps; step++) {
      const t = step / steps
      const u = 1 - t
      const weights = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t] as const
      const x = (weights[0] * x0 + weights[1] * x1 + weights[2] * x2 + weights[3] * x3) * scale + offset
      const y = (weights[0] * y0 + weights[1] * y1 + weights[2] * y2 + weights[3] * y3) * scale + offset
      stamp(covered, size, x, y, pen)
    }
  return covered
}

function stamp(covered: Float32Array, size: number, x: number, y: number, pen: number): void {
  for (let row = Math.max(0, Math.floor(y - pen - 1)); row <= Math.min(size - 1, y + pen + 1); row++)
    for (let column = Math.max(0, Math.floor(x - pen - 1)); column <= Math.min(size - 1, x + pen + 1); column++) {
      const distance = Math.hypot(column + 0.5 - x, row + 0.5 - y)
      const share = Math.min(1, Math.max(0, pen + 0.5 - distance))
      const at = row * size + column
      if (share > covered[at]!) covered[at] = share
    }
}

/** 1 inside a square with round corners, 0 outside, between at its edge. */
function insideCorner(x: number, y: number, size: number, radius: number): number {
  if (radius === 0) return 1
  const dx = Math.max(radius - x, x - (size - radius), 0)
  const dy = Math.max(radius - y, y - (size - radius), 0)
  return dx === 0 || dy === 0 ? 1 : Math.min(1, Math.max(0, radius + 0.5 - Math.hypot(dx, dy)))
}

/** PNG (ISO 15948), 8-bit RGBA. */
function png(size: number, rows: Buffer): Buffer<ArrayBuffer> {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 6, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), body])
  const made = Buffer.alloc(named.length + 8)
  made.writeUInt32BE(body.length, 0)
  named.copy(made, 4)
  made.writeUInt32BE(crc32(named), named.length + 4)
  return made
}
