import type { Operation } from '@/lib/api/operation'
import { importedSchema, importSchema } from '@/lib/imports/contract'

export const IMPORTS = [
  {
    id: 'importFiles',
    method: 'POST',
    path: '/api/imports',
    subject: 'Imports',
    summary: 'Import customers and orders from CSV, all of them or nothing',
    notes:
      'The files are those of the import on the command line, as texts of at most 20 MB together; either may be left out. Rows are known by their external ids, so that the same files again change nothing. A type or branch that no group or branch has becomes a new one. It needs a key of all branches. Only one import runs at a time. The sample workshop takes records only where sample is true.',
    permission: 'import',
    body: { name: 'ImportTexts', schema: importSchema },
    isKeyed: true,
    answer: { kind: 'json', status: 201, name: 'Imported', schema: importedSchema },
    failures: ['rows_refused', 'file_refused', 'sample_workshop', 'beyond_your_branches', 'busy'],
    example: {
      body: {
        customers: 'external_id,full_name,customer_type\nC1,Example Customer,personal\n',
        orders:
          'external_id,customer_external_id,type,status,amount,created_at\nO1,C1,service,completed,120000,2026-03-31\n',
      },
    },
  },
] as const satisfies readonly Operation[]
