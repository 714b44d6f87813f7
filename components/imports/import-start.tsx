'use client'

import { useMutation } from '@tanstack/react-query'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { FailureNotice } from '@/components/ui/failure-notice'
import { DropZone } from './drop-zone'
import { sendFile } from './import-queries'

type ImportStartProps = { megabytes: number; rows: string }

/** Where an import begins: one or two files, of customers, orders or both. */
export function ImportStart({ megabytes, rows }: ImportStartProps) {
  const router = useRouter()
  const { mutate, error, isPending, isSuccess } = useMutation({
    mutationFn: (files: File[]) => sendAll(files, megabytes),
    onSuccess: (id) => router.push(`/import/${id}`),
  })
  return (
    <div className="grid gap-3">
      <DropZone
        title="Choose one or two files"
        hint={`Customers, orders or both, as CSV or XLSX: up to ${megabytes} MB and ${rows} rows each. Nothing is changed before you have seen what would be.`}
        busy={isPending || isSuccess}
        most={2}
        onFiles={mutate}
      />
      {error && (
        <FailureNotice title="The file was not taken">
          {error.message}
          {error instanceof OneTaken && (
            <Link href={`/import/${error.id}`} prefetch={false} className="mt-2 block font-medium underline">
              Go on with the first file
            </Link>
          )}
        </FailureNotice>
      )}
    </div>
  )
}

/** The first file was taken, as the import of this id, and the second was not. */
class OneTaken extends Error {
  constructor(
    readonly id: string,
    message: string,
  ) {
    super(message)
  }
}

/** The first file makes the import, and the second joins it. Returns the import's id. */
async function sendAll([first, second, ...more]: File[], megabytes: number): Promise<string> {
  if (!first) throw new Error('Choose a file.')
  if (more.length > 0) throw new Error('Choose two files at most: one of customers and one of orders.')
  for (const file of [first, second]) if (file) assertSize(file, megabytes)
  const { id } = await sendFile(first)
  if (!second) return id
  try {
    await sendFile(second, id)
  } catch (error) {
    throw new OneTaken(id, `${second.name}: ${error instanceof Error ? error.message : error}`)
  }
  return id
}

/** A server that refuses in the middle of a file can not always say why. */
export function assertSize(file: File, megabytes: number): void {
  if (file.size <= megabytes * 1024 * 1024) return
  throw new Error(`${file.name} is larger than ${megabytes} MB. Nothing was changed.`)
}
