'use client'

import { useCallback, useRef } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { Dialog } from '@/components/ui/dialog'
import type { Vehicle } from '@/lib/customers/contract'
import type { FormAction } from '@/lib/form-state'
import { vehicleInWords } from '@/lib/format/customer-words'
import { VehicleForm } from './vehicle-form'

type VehicleDialogProps = { action: FormAction; customerId: string; vehicle?: Vehicle }

/** A button that opens the form of a new vehicle, or of one to be changed. */
export function VehicleDialog({ action, customerId, vehicle }: VehicleDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const close = useCallback(() => dialog.current?.close(), [])
  return (
    <>
      <button
        type="button"
        onClick={() => dialog.current?.showModal()}
        className={buttonStyle(vehicle ? 'quiet' : 'plain')}
      >
        {vehicle ? 'Edit' : 'Add a vehicle'}
        {vehicle && <span className="sr-only"> {vehicle.plate}</span>}
      </button>
      <Dialog ref={dialog} title={vehicle ? 'Edit the vehicle' : 'Add a vehicle'}>
        {vehicle && (
          <p className="mt-1 wrap-anywhere text-ink-soft text-sm">
            Recorded: <bdi>{vehicleInWords(vehicle)}</bdi>
          </p>
        )}
        <VehicleForm action={action} customerId={customerId} vehicle={vehicle} onClose={close} />
      </Dialog>
    </>
  )
}
