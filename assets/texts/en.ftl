### The interface's words. One file a language; a test proves that every key is here and used.

## register

## qr
base-url-not-an-address = “{ $given }” is not an address. Write it like https://qr.haiphong.gov.vn.
base-url-scheme = The base URL must start with https:// or http://, not { $scheme }://.
base-url-path = The base URL holds the path “{ $path }”. Take away everything after the host: the code comes right after the slash.
base-url-query = The base URL holds a question mark. Take it away and everything after it.
base-url-fragment = The base URL holds a number sign. Take it away and everything after it.
base-url-user = The base URL holds a user name or a password. Take away everything before the @.
base-url-no-host = The base URL names no host. Write it like https://qr.haiphong.gov.vn.
base-url-ipv6 = The base URL is an IPv6 address, which a symbol in capitals cannot hold. Use a host name or an IPv4 address.
base-url-character = The host holds “{ $character }”, which a symbol in capitals cannot hold. Use letters, digits, dots and hyphens only.
link-too-long = The link has { $length } characters, which no symbol holds. Use a shorter host name.

## print
plate-scan = Scan to learn more
plate-unknown = No plate is named “{ $given }”. There are: { $known }.
plate-unreadable = The plate { $name } cannot be read: { $cause }
plate-rule = The plate { $name } breaks a rule: { $rule }.
print-nothing = There is no sign to print. Choose at least one.
print-glyph = The font lacks “{ $character }” of “{ $text }”. Mend the name in the register.
print-text = “{ $text }” is too long for the plate in any size that can be read. Choose a larger plate or shorten it.
print-symbol = The symbol of { $link } does not fit the plate { $plate }. Use a shorter host name or a larger plate.
print-dpi = { $dpi } dpi is not between { $least } and { $most }. Choose a number within.
print-picture-large = A picture of { $width }×{ $height } dots is too large. Choose fewer dots an inch, or PDF.
print-font = A font of the program is damaged. Install the program again.
print-picture = The drawing could not be made a picture.
print-proof = The finished file does not read back right: { $count } differences. Nothing has been written.
print-warning-long-link = Links of { $length } characters, more than 35, make smaller modules that are read from about { $metres } m only. A shorter host name is read from farther away.
print-warning-reach = Modules of { $module } mm are read from about { $metres } m only. Hang the plate lower or choose a larger one.
check-file-large = The file has { $bytes } bytes, more than the 512 MiB that are read.
check-pages = The file has { $pages } pages, more than the 20,000 that are read.
check-page-size = Page { $page } has an absurd size. Each side must be from 1 mm to 5 m.
check-unreadable = This file cannot be read as { $format }. It is damaged, or its extension is wrong.
check-slow = Reading the file took too long and was stopped. It is damaged or far too intricate.
proof-missing = Page { $page }: the symbol of { $link } is missing.
proof-extra = Page { $page }, { $x } mm from the left and { $y } mm from the top: a symbol that does not belong here, saying “{ $payload }”.
proof-twice = Page { $page }, { $x } mm from the left and { $y } mm from the top: the symbol of { $link } once more.
proof-unread = Page { $page }, { $x } mm from the left and { $y } mm from the top: a symbol that cannot be read.
proof-quiet-zone = Page { $page }, { $x } mm from the left and { $y } mm from the top: less than four light modules round the symbol.

## exchange

## store

## web and visit

## cli
