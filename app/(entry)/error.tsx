'use client'

import { PageFailure } from '@/components/layout/page-failure'

export default PageFailure
