import { FlexRender, type Row } from '@tanstack/react-table'
import clsx from 'clsx'
import type { GroupCustomer } from '@/lib/customer-groups/contract'
import { cardCellStyle, customerCellStyle } from './customer-cell-style'
import type { customerTableFeatures } from './customer-columns'

type CustomerRowProps = { row: Row<typeof customerTableFeatures, GroupCustomer>; fits: boolean }

/** One customer: a row of the table, below 768 px a card whose values have their labels beside them. */
export function CustomerRow({ row, fits }: CustomerRowProps) {
  return (
    <tr
      className={clsx(
        'relative border-t transition-colors duration-150 hover:bg-raised md:h-[57px] print:h-10',
        'max-md:grid max-md:grid-cols-2 max-md:gap-x-4 max-md:px-4 max-md:py-3',
        // A card that is not in sight is not laid out: most of a page of them are not.
        'not-print:max-md:[contain-intrinsic-size:auto_11.25rem] not-print:max-md:[content-visibility:auto]',
      )}
    >
      {row.getAllCells().map((cell) => {
        const { meta } = cell.column.columnDef
        return (
          <td
            key={cell.id}
            data-label={meta?.label}
            className={clsx(
              customerCellStyle(meta, fits),
              meta?.label ? cardCellStyle(meta) : 'max-md:col-span-2 max-md:mb-1 md:min-w-44 md:max-w-52',
            )}
          >
            {/* One child beside the label of a card, however many parts the value has. */}
            <div className="min-w-0">
              <FlexRender cell={cell} />
            </div>
          </td>
        )
      })}
    </tr>
  )
}
