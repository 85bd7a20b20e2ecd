import type { Metadata } from 'next';
import { Logo } from '../../components/shell/logo';
import { Confluence } from '../../features/access/confluence';
import { returnPath } from '../../features/access/return-path';
import { SignInForm } from '../../features/access/sign-in-form';
import styles from '../../features/access/sign-in.module.css';

export const metadata: Metadata = { title: 'Sign in' };

/** /sign-in?next=/search — the way in, and back to where one came from. */
export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { next } = await searchParams;
  return (
    <div className={styles['screen']}>
      <main className={styles['side']}>
        <div className={styles['card']}>
          <div className={styles['brand']}>
            <Logo size={24} /> Tributary
          </div>
          <h1>Sign in</h1>
          <p className={styles['lead']}>The catalog of this organisation’s data.</p>
          <SignInForm next={returnPath(typeof next === 'string' ? next : undefined)} />
          <p className={styles['hint']}>
            The first start printed the administrator’s password in the terminal. Lost it? An administrator can set a
            new one.
          </p>
        </div>
      </main>
      <div className={styles['art']}>
        <Confluence />
      </div>
    </div>
  );
}
