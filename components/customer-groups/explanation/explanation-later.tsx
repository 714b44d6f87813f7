'use client'

import dynamic from 'next/dynamic'

/** Fetched with the first figure that is explained, so that the page itself does not wait for it. */
export const ExplanationLater = dynamic(
  () => import('./explanation-sheet').then(({ ExplanationSheet }) => ExplanationSheet),
  {
    ssr: false,
  },
)
