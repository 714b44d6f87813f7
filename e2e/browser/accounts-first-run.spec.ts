import { type ServingCommand, serveCommand, withDataDir } from '@/e2e/commands/command-process'
import { alive } from './groups-page'
import { expect, test } from './page-test'

test.use({ as: null, timezoneId: 'Africa/Nairobi' })
test.setTimeout(240_000)

/** The set-up link that the server printed when it started. */
function setupLink(server: ServingCommand): string {
  return /http:\S+\/setup\?token=\S+/.exec(server.output())?.[0] ?? ''
}

test('the printed link makes the first administrator and the business, once', async ({ page }) => {
  await withDataDir(async (dataDir) => {
    const server = await serveCommand('start', [], { DATA_DIR: dataDir, LOG_LEVEL: 'warn' })
    try {
      await page.goto(`${server.address}/customer-groups`)
      await expect(page.getByRole('heading', { name: 'Nobody has an account yet' })).toBeVisible()

      await page.goto(setupLink(server))
      await expect(page.getByLabel('Time zone')).toHaveValue('Africa/Nairobi')
      await page.getByLabel('Your name').fill('Wanjiru')
      await page.getByLabel('E-mail').fill('wanjiru@garage.example')
      await page.getByLabel('Password', { exact: true }).fill('four words nobody says')
      await page.getByLabel('Country').selectOption('Kenya')
      await page.getByLabel('Currency').selectOption('KES')
      await page.getByLabel('Branches').fill('Westlands\nKaren\n')
      await page.getByRole('button', { name: 'Set up' }).click()
      await expect(page.getByLabel('Name of the business')).toHaveAccessibleDescription('Say the name of the business.')
      await page.getByLabel('Name of the business').fill('Garage of Nairobi')
      await page.getByRole('button', { name: 'Set up' }).click()

      await expect(page).toHaveURL(`${server.address}/customer-groups`)
      await alive(page)
      await expect(page.getByRole('complementary')).toContainText('Garage of Nairobi')
      await expect(page.getByRole('link', { name: 'Wanjiru' })).toContainText('Administrator')
      await expect(page.getByLabel('Branch').getByRole('option')).toHaveText(['All branches', 'Westlands', 'Karen'])
      await expect(page.getByText(/, Nairobi$/).filter({ visible: true })).toBeVisible()

      await page.goto(setupLink(server))
      await expect(page.getByRole('heading', { name: 'This set-up link does not work' })).toBeVisible()
      // What the page still asks for would find no server.
      await page.goto('about:blank')
    } finally {
      await server.stop()
    }
  })
})
