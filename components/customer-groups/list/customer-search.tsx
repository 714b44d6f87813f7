import { SearchField } from '@/components/ui/search-field'
import { SEARCH_LENGTH_LIMIT } from '@/lib/customer-groups/param-readers'

type CustomerSearchProps = { value: string; groupName: string; onSearch: (q: string) => void }

/** Searches the customers of the open group. */
export function CustomerSearch({ value, groupName, onSearch }: CustomerSearchProps) {
  return (
    <SearchField
      label={`Search the customers of ${groupName}`}
      placeholder="Name, phone, plate …"
      maxLength={SEARCH_LENGTH_LIMIT}
      value={value}
      onSearch={onSearch}
      className="flex-1 basis-40 @xl:max-w-xs"
    />
  )
}
