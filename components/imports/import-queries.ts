import { queryOptions } from '@tanstack/react-query'
import { fetchAnswer } from '@/components/query/fetch-answer'
import { type ImportChoice, type ImportJob, importErrorsSchema, importJobAnswerSchema } from '@/lib/imports/job'
import type { Reading } from '@/lib/imports/mapping'

const WORKING_EVERY_MS = 1_000

/** Whether work on an import goes on. */
export function isWorking({ state }: Pick<ImportJob, 'state'>): boolean {
  return state === 'previewing' || state === 'applying'
}

/** An import as it stands, asked every second while work on it goes on. */
export const importJobOptions = (id: string) =>
  queryOptions({
    queryKey: ['import', id] as const,
    queryFn: async ({ signal }) => (await fetchAnswer(`/import-jobs/${id}`, importJobAnswerSchema, signal)).job,
    refetchInterval: ({ state: { data } }) => (data && isWorking(data) ? WORKING_EVERY_MS : false),
  })

/** A page of the rows that are wrong, as of one preview. */
export const importErrorsOptions = ({ id, touched_at }: ImportJob, page: number) =>
  queryOptions({
    queryKey: ['import', id, 'errors', touched_at, page] as const,
    queryFn: ({ signal }) => fetchAnswer(`/import-jobs/${id}/errors?page=${page}`, importErrorsSchema, signal),
    placeholderData: (before) => before,
  })

/** Sends a file: the first of an import, or the second of one that is there. */
export function sendFile(file: File, id?: string): Promise<ImportJob> {
  const url = `/import-jobs${id ? `/${id}/files` : ''}?name=${encodeURIComponent(file.name)}`
  return post(url, new Blob([file]))
}

/** Has a file read in another way. */
export function readAgain(id: string, part: string, reading: Reading): Promise<ImportJob> {
  return post(`/import-jobs/${id}/files/${part}`, JSON.stringify(reading))
}

export function startPreview(id: string, files: ImportChoice[]): Promise<ImportJob> {
  return post(`/import-jobs/${id}/preview`, JSON.stringify({ files }))
}

/** Applies what was looked at, or ends an import. */
export function takeStep({ id, touched_at }: ImportJob, step: 'apply' | 'cancel'): Promise<ImportJob> {
  return post(`/import-jobs/${id}/${step}`, step === 'apply' ? JSON.stringify({ touched_at }) : '')
}

async function post(url: string, body: string | Blob): Promise<ImportJob> {
  return (await fetchAnswer(url, importJobAnswerSchema, undefined, { method: 'POST', body })).job
}
