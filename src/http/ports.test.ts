import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createHttp } from './client.ts'
import { readPorts } from './ports.ts'

test('a list of ports is read, what is none is not', () => {
  assert.deepEqual(readPorts('80, 443,8000'), [80, 443, 8000])
  for (const none of ['', '0', '70000', '80,', '80;443', 'x', '-1', '8e1', 'any'])
    assert.equal(readPorts(none), undefined)
})

// The port is checked before the IP address, and 192.0.2.1 is refused as an address: no request is made here.
const table: readonly [url: string, allowPorts: readonly number[] | undefined, isPort: boolean][] = [
  ['http://a.example/', undefined, true],
  ['http://a.example:80/', undefined, true],
  ['https://a.example/', undefined, true],
  ['https://a.example:443/', undefined, true],
  ['http://a.example:8080/', undefined, true],
  ['https://a.example:8443/', undefined, true],
  ['http://a.example:443/', undefined, true],
  ['http://a.example:81/', undefined, false],
  ['http://a.example:22/', undefined, false],
  ['http://a.example:25/', undefined, false],
  ['http://a.example:6379/', undefined, false],
  ['http://a.example:5432/', undefined, false],
  ['http://a.example:2375/', undefined, false],
  ['http://a.example:11211/', undefined, false],
  ['http://a.example:9200/', undefined, false],
  ['http://a.example:65535/', undefined, false],
  ['http://a.example:8000/', [80, 443, 8000], true],
  ['http://a.example:8080/', [80, 443, 8000], false],
  ['http://a.example:08000/', [80, 8000], true],
  ['https://a.example:8000/', [8000], true],
]

test('what is asked at a port that is not in the table is refused before anything is looked up', async () => {
  for (const [url, allowPorts, isPort] of table) {
    let lookups = 0
    const http = createHttp({
      userAgent: 'test',
      allowPrivate: false,
      maxBytes: 1000,
      timeoutMs: 1000,
      connectTimeoutMs: 1000,
      perHost: 1,
      inFlight: 1,
      ...(allowPorts && { allowPorts }),
      resolve: (_hostname, _options, callback) => {
        lookups += 1
        callback(null, [{ address: '127.0.0.1', family: 4 }])
      },
    })
    const answer = await http.get(url)
    http.close()
    assert.equal(answer.kind, 'refused-address', url)
    assert.equal(lookups > 0, isPort, url)
  }
})
