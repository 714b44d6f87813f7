'use client'

import { ChevronDown, type LucideIcon } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { buttonStyle } from './button-style'

/** A link of a menu: its name, what the name leaves unsaid, and where it leads. */
export type MenuLink = { name: string; hint: string; href: string }

type LinkMenuProps = {
  /** Of the button. */
  id?: string
  icon: LucideIcon
  label: string
  /** Ends the names of the button and its links for those who listen. */
  of: string
  links: readonly MenuLink[]
  /** The links save files. */
  download?: boolean
  /** Where the button stands on a phone: the list opens away from that edge. */
  onPhones?: 'left' | 'right'
  /** On a phone the button stands in a row of icons and shows no words either. */
  iconOnPhones?: boolean
}

const SIDES = { left: 'left-0 sm:right-0 sm:left-auto', right: 'right-0' }

/**
 * A button that shows a short list of links. They follow the button in the order of Tab; Escape closes the list and goes
 * back to the button, and leaving it closes it too.
 */
export function LinkMenu(props: LinkMenuProps) {
  const { id: buttonId, icon: Icon, label, of, links, download = false, onPhones = 'right', iconOnPhones } = props
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the keys and the focus of what it holds.
    <div
      className="relative"
      onKeyDown={(event) => {
        if (!open || event.key !== 'Escape') return
        // What the page does on Escape is not meant.
        event.preventDefault()
        close()
      }}
      onBlur={({ currentTarget, relatedTarget }) => currentTarget.contains(relatedTarget) || setOpen(false)}
    >
      <button
        ref={button}
        id={buttonId}
        type="button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        className={buttonStyle('plain', iconOnPhones ? 'max-sm:px-2' : undefined)}
      >
        <Icon aria-hidden="true" className="size-4" />
        <span className={iconOnPhones ? 'max-sm:sr-only' : undefined}>{label}</span>
        <span className="sr-only">{of}</span>
        <ChevronDown aria-hidden="true" className="size-4 text-ink-soft" />
      </button>
      {open && (
        <ul
          id={id}
          className={`absolute top-full z-40 mt-1 w-64 max-w-[calc(100vw-2rem)] rounded-box border border-line-strong bg-surface p-1 shadow-lg ${SIDES[onPhones]}`}
        >
          {links.map(({ name, hint, href }) => (
            <li key={name}>
              <a
                href={href}
                download={download}
                onClick={close}
                className="block rounded px-3 py-2 text-sm hover:bg-raised"
              >
                <span className="font-medium">{name}</span>
                <span className="sr-only">{of}</span>
                <span className="block text-ink-soft text-xs">{hint}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
