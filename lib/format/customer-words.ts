/** "T 482 DKR, Toyota Hilux 2014". */
export function vehicleInWords(vehicle: {
  plate: string
  make: string | null
  model: string | null
  year?: number | null
}) {
  const what = [vehicle.make, vehicle.model, vehicle.year ?? null].filter((part) => part !== null).join(' ')
  return what === '' ? vehicle.plate : `${vehicle.plate}, ${what}`
}
