import { FirstAdminService } from '../src/access';
import { givenApp, type GivenApp } from './given/app';
import { signIn } from './given/people';

const apps: GivenApp[] = [];
const givenFresh = async (settings: Parameters<typeof givenApp>[0]): Promise<FirstAdminService> => {
  const app = await givenApp(settings);
  apps.push(app);
  return app.app.get(FirstAdminService);
};
afterAll(() => Promise.all(apps.map((app) => app.close())));

it('makes an administrator with a random password on a fresh installation, once', async () => {
  const service = await givenFresh({ adminToken: null });
  const admin = await service.ensure();
  expect(admin).toEqual({ username: 'admin', password: expect.stringMatching(/^[\w-]{24}$/) as string });
  expect(await service.ensure()).toBeNull();
  const [app] = apps;
  expect((await signIn({ url: app?.url ?? '' }, 'admin', admin?.password ?? '')).status).toBe(204);
});

it('makes one, however many backends start at the same moment', async () => {
  const service = await givenFresh({ adminToken: null });
  const made = await Promise.all([service.ensure(), service.ensure(), service.ensure()]);
  expect(made.filter((admin) => admin !== null)).toHaveLength(1);
});

it('makes none where the environment has an administrator token', async () => {
  const service = await givenFresh({});
  expect(await service.ensure()).toBeNull();
});
