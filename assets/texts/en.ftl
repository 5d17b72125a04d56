### The interface's words. One file a language; a test proves that every key is here and used.

## register

code-check = The check character of this sign code does not fit; compare the code with the one printed on the sign.
code-length = A sign code has exactly 6 characters, this one has { $length }; check the code.
code-symbol = No sign code holds “{ $symbol }”; check the code.
text-empty = This cannot be empty; fill it in.
text-invisible = There is an invisible character here, { $character }; delete it or type the line again.
text-slug = “{ $given }” cannot be part of an address; use only a–z without marks, digits and single hyphens, such as nguyen-duc-canh.
text-too-long = This has { $length } characters, and { $most } are allowed; shorten it.
token-unknown = “{ $given }” is not on the list; use one of these words: { $allowed }.

## qr

## print

## exchange

cell-coordinate = “{ $given }” is not a coordinate; write decimal degrees with a point, such as 20.86197, latitude from -90 to 90 and longitude from -180 to 180.
cell-coordinate-half = Half of the position is missing; fill in both lat and lon, or leave both empty.
cell-day = “{ $given }” is not a day; write year-month-day, such as 2025-07-01, or leave it empty.
cell-empty = This row is already in the register, so the cell cannot be empty; fill it in, or leave the whole column out to keep what is there.
cell-not-text = This must be a text, a number or null; take out lists, objects and true or false.
cell-number = “{ $given }” is not a whole number from 0 up; write digits only, or leave it empty.
cell-ward-code = “{ $given }” is not the code of an administrative unit; write all five digits, or leave it empty.
cell-year = “{ $given }” is not a year; write one to four digits, with ~ before it for about and - for BCE, or leave it empty.
code-none-left = No new sign code could be issued; try again, and tell the operator if it goes on.
column-missing = This column is missing; add it, for it says what each row is about.
column-twice = This column is there twice; take one of them out.
column-unknown = There is no column of this name; rename it or take it out. These columns are read: { $allowed }.
column-unnamed = A column has no name; name it or take it out. These columns are read: { $allowed }.
file-broken-utf8 = This UTF-8 file is damaged from this line on; save it again from the original.
file-empty = The file is empty; choose one with a header row and rows below it.
file-encoding = The encoding of this file cannot be told; save it again as UTF-8.
file-json = From this line on the file is not well-formed JSON; make it one array of objects.
file-read-as-windows-1258 = The file is not UTF-8 and was read as Windows-1258; look over the Vietnamese marks.
file-too-large = The file is larger than { $most } MiB; divide it into several.
file-too-many-rows = The file has more than { $most } rows; divide it into several.
file-unclosed-quote = The row that starts on this line opens a quotation mark and never closes it; close it.
licence-coordinates = Coordinates marked OSM: © OpenStreetMap contributors, under the ODbL 1.0 (https://www.openstreetmap.org/copyright).
namesake-unknown = The register has no namesake “{ $given }”; correct it, or import that namesake first.
place-unknown = The register has no { $kind } “{ $given }”; correct it, or import that place first.
row-cells = This row has { $cells } cells under a header of { $columns } columns; check the delimiters and the quotation marks.
row-too-many-cells = This line has more than { $most } cells; check the delimiters and how the file was saved.
row-twice = This record is already on line { $earlier } of the file; keep only one row of it.
slug-unmakeable = No slug can be made of this name; write one yourself, such as nguyen-duc-canh.
starter-broken = The register that came with the program is faulty in { $file }; install the program again.
ward-ambiguous = Several administrative units have the code { $given }; write the slug of the one you mean.
ward-unknown = The register has no ward “{ $given }”; write its slug or its five-digit code, or import that unit first.

## store

## web and visit

## cli
