import { addressesOf, checkTarget, isPublicAddress } from './target';

it.each([
  ...[
    'http://example.com/',
    'ftp://example.com/',
    'file:///etc/passwd',
    'gopher://example.com/',
    'javascript:1',
    'example.com',
    '',
  ],
  ...[
    'https://127.0.0.1/',
    'https://127.1/',
    'https://0/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://017700000001/',
  ],
  ...[
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://[fe80::1]/',
    'https://[fd00::1]/',
  ],
  ...['https://[64:ff9b::7f00:1]/', 'https://[2002:7f00:1::]/', 'https://169.254.169.254/latest', 'https://10.1.2.3/'],
  ...[
    'https://172.31.0.1/',
    'https://192.168.0.1/',
    'https://100.64.0.1/',
    'https://224.0.0.1/',
    'https://255.255.255.255/',
  ],
  ...[
    'https://user:secret@example.com/',
    'https://127.0.0.1:443@example.com/',
    'https://１２７.0.0.1/',
    'https://①27.0.0.1/',
  ],
])('refuses %s', (text) => {
  expect(() => checkTarget(text, [])).toThrow(/^URL: /);
});

it('takes public addresses, and what the installation trusts', () => {
  expect(checkTarget('https://example.com/hook?x=1', []).href).toBe('https://example.com/hook?x=1');
  expect(checkTarget('https://93.184.216.34/', []).hostname).toBe('93.184.216.34');
  expect(checkTarget('http://hooks.internal:8080/', ['hooks.internal']).port).toBe('8080');
  expect(isPublicAddress('2606:2800:220:1::1')).toBe(true);
});

it('refuses a name that leads to a closed network', async () => {
  await expect(addressesOf(new URL('https://localhost/'), [])).rejects.toThrow('not public');
  expect((await addressesOf(new URL('https://localhost/'), ['localhost'])).length).toBeGreaterThan(0);
});
