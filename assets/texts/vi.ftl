### The interface's words. One file a language; a test proves that every key is here and used.

## register

## qr

## print

## exchange

## store

## web and visit

## cli
