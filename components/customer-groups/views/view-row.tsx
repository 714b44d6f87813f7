'use client'

import { Pencil, RefreshCcw, Trash2 } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import type { FormAction } from '@/lib/form-state'
import { chosenHref } from '@/lib/url/last-choice'
import type { SavedView } from '@/lib/views/saved-view'
import { RenameViewForm } from './rename-view-form'
import { ViewButton } from './view-button'

type ViewRowProps = { view: SavedView; query: string; change: FormAction; onOpen: () => void }

/** A view: its name is the link that opens it. */
export function ViewRow({ view, query, change, onOpen }: ViewRowProps) {
  const [renaming, setRenaming] = useState(false)
  const isShown = view.query === query
  return (
    <li className="rounded px-2 aria-[current]:bg-raised" aria-current={isShown ? 'true' : undefined}>
      {renaming ? (
        <RenameViewForm view={view} change={change} onClose={() => setRenaming(false)} />
      ) : (
        <div className="flex items-center">
          <Link
            href={chosenHref(view.query)}
            prefetch={false}
            onClick={onOpen}
            className="flex min-h-10 min-w-0 flex-1 items-center font-medium text-sm underline-offset-4 hover:underline"
          >
            <bdi className="wrap-anywhere">{view.name}</bdi>
            {isShown && <span className="ml-2 shrink-0 font-normal text-ink-soft text-xs">shown now</span>}
          </Link>
          {!isShown && (
            <ViewButton act="replace" view={view} query={query} change={change} label="Replace with what is shown">
              <RefreshCcw aria-hidden="true" className="size-4" />
            </ViewButton>
          )}
          <button
            type="button"
            aria-label={`Rename ${view.name}`}
            title="Rename"
            onClick={() => setRenaming(true)}
            className={buttonStyle('quiet', 'w-10 px-0')}
          >
            <Pencil aria-hidden="true" className="size-4" />
          </button>
          <ViewButton act="remove" view={view} query={query} change={change} label="Remove">
            <Trash2 aria-hidden="true" className="size-4" />
          </ViewButton>
        </div>
      )}
    </li>
  )
}
