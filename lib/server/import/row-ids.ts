import { randomFillSync } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'

const ID_BYTES = 16
const block = new Uint8Array(ID_BYTES * 512)
let used = block.length

/** A UUIDv7 for a staged row. Random bytes are fetched by the block: one by one they took most of the time of a row. */
export function nextRowId(): string {
  if (used === block.length) {
    randomFillSync(block)
    used = 0
  }
  used += ID_BYTES
  return uuidv7({ random: block.subarray(used - ID_BYTES, used) })
}
