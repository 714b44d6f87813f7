import { expect, test } from 'vitest'
import { findCitations } from './citations'

test('links, paths, scripts and variables are found, in prose and in blocks', () => {
  const page = [
    'See [the figures](../docs/metrics.md#revenue), [us](https://example.org) and `db/metrics.ts`.',
    'Set `DATA_DIR=x` and `MAX_THINGS`; <img src="pictures/page.png" alt="">',
    '```sh',
    'PORT=0 npm run demo',
    'cat lib/server/log.ts:12',
    '```',
  ].join('\n')
  expect(findCitations(page)).toEqual({
    links: ['../docs/metrics.md', 'pictures/page.png'],
    paths: ['lib/server/log.ts', 'db/metrics.ts'],
    scripts: ['demo'],
    variables: ['DATA_DIR', 'MAX_THINGS'],
  })
})

test('a path with a placeholder cites the folder before it', () => {
  expect(findCitations('`db/queries/<name>.ts`, `e2e/data/*/oracle.json`, `components/ui/`.').paths).toEqual([
    'db/queries',
    'e2e/data',
    'components/ui',
  ])
})
