'use client'

import '@/lib/zod-without-eval'
import { QueryClientProvider } from '@tanstack/react-query'
import { ThemeProvider } from 'next-themes'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { type ReactNode, useState } from 'react'
import { makeQueryClient } from '@/components/query/query-client'

type ProvidersProps = {
  /** By which the page's security policy lets the theme's script run. */
  nonce: string | undefined
  children: ReactNode
}

/** What the whole tree needs in the browser: the theme, the URL state and the cache of answers. */
export function Providers({ nonce, children }: ProvidersProps) {
  const [queryClient] = useState(makeQueryClient)
  return (
    // Without `disableTransitionOnChange`: it has all styles worked out again twice, also as a page comes alive.
    <ThemeProvider attribute="class" defaultTheme="system" enableSystem nonce={nonce}>
      <NuqsAdapter>
        <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
      </NuqsAdapter>
    </ThemeProvider>
  )
}
