import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';

const house = {
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/consistent-type-imports': 'error',
  'max-lines': ['error', 250],
  'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }],
  '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_', ignoreRestSiblings: true }],
  // TypeScript knows which names exist.
  'no-undef': 'off',
  'no-console': ['error', { allow: ['error'] }],
  'react-hooks/rules-of-hooks': 'error',
  'react-hooks/exhaustive-deps': 'error',
};

export default ts.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '**/*.gen.d.ts', '**/test-results/**', '**/playwright-report/**'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  { plugins: { 'react-hooks': hooks }, rules: house },
  // A test file groups its sentences in one describe: its length says nothing about the code.
  { files: ['**/*.test.ts', '**/*.test.tsx', 'e2e/**'], rules: { 'max-lines-per-function': 'off' } },
  { files: ['**/dev/**', '**/scripts/**', '*.config.*', '**/*.config.*'], rules: { 'no-console': 'off' } },
);
