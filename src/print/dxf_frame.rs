//! What stands round the polylines of a DXF file, so that every program of drawing opens it? (AutoCAD 2000, AC1015)

use super::drawing::Rect;
use std::fmt::Write;

/// The block that the drawing's own marks belong to.
pub(super) const MODEL_SPACE: &str = "17";

/// Handles below are the frame's.
pub(super) const FIRST_FREE: u32 = 0x100;

/// The tables after that of the viewports, and the blocks; one pair of code and value a word.
const TABLES: &str = "\
0=TABLE 2=LTYPE 5=2 330=0 100=AcDbSymbolTable 70=3 \
0=LTYPE 5=24 330=2 100=AcDbSymbolTableRecord 100=AcDbLinetypeTableRecord 2=ByBlock 70=0 3= 72=65 73=0 40=0.0 \
0=LTYPE 5=25 330=2 100=AcDbSymbolTableRecord 100=AcDbLinetypeTableRecord 2=ByLayer 70=0 3= 72=65 73=0 40=0.0 \
0=LTYPE 5=26 330=2 100=AcDbSymbolTableRecord 100=AcDbLinetypeTableRecord 2=Continuous 70=0 3= 72=65 73=0 40=0.0 \
0=ENDTAB \
0=TABLE 2=LAYER 5=1 330=0 100=AcDbSymbolTable 70=5 \
0=LAYER 5=27 330=1 100=AcDbSymbolTableRecord 100=AcDbLayerTableRecord 2=0 70=0 62=7 6=Continuous 370=-3 390=13 \
0=LAYER 5=28 330=1 100=AcDbSymbolTableRecord 100=AcDbLayerTableRecord 2=SYMBOL 70=0 62=7 6=Continuous 370=-3 390=13 \
0=LAYER 5=2D 330=1 100=AcDbSymbolTableRecord 100=AcDbLayerTableRecord 2=TEXT 70=0 62=5 6=Continuous 370=-3 390=13 \
0=LAYER 5=2E 330=1 100=AcDbSymbolTableRecord 100=AcDbLayerTableRecord 2=CUT 70=0 62=1 6=Continuous 370=-3 390=13 \
0=LAYER 5=2F 330=1 100=AcDbSymbolTableRecord 100=AcDbLayerTableRecord 2=MARKS 70=0 62=8 6=Continuous 370=-3 390=13 \
0=ENDTAB \
0=TABLE 2=STYLE 5=5 330=0 100=AcDbSymbolTable 70=1 \
0=STYLE 5=29 330=5 100=AcDbSymbolTableRecord 100=AcDbTextStyleTableRecord 2=Standard 70=0 40=0.0 41=1.0 50=0.0 71=0 42=2.5 3=txt 4= \
0=ENDTAB \
0=TABLE 2=VIEW 5=7 330=0 100=AcDbSymbolTable 70=0 0=ENDTAB \
0=TABLE 2=UCS 5=6 330=0 100=AcDbSymbolTable 70=0 0=ENDTAB \
0=TABLE 2=APPID 5=3 330=0 100=AcDbSymbolTable 70=1 \
0=APPID 5=2A 330=3 100=AcDbSymbolTableRecord 100=AcDbRegAppTableRecord 2=ACAD 70=0 \
0=ENDTAB \
0=TABLE 2=DIMSTYLE 5=4 330=0 100=AcDbSymbolTable 70=1 100=AcDbDimStyleTable \
0=DIMSTYLE 105=2B 330=4 100=AcDbSymbolTableRecord 100=AcDbDimStyleTableRecord 2=Standard 70=0 \
0=ENDTAB \
0=TABLE 2=BLOCK_RECORD 5=9 330=0 100=AcDbSymbolTable 70=2 \
0=BLOCK_RECORD 5=17 330=9 100=AcDbSymbolTableRecord 100=AcDbBlockTableRecord 2=*Model_Space 340=1A \
0=BLOCK_RECORD 5=1B 330=9 100=AcDbSymbolTableRecord 100=AcDbBlockTableRecord 2=*Paper_Space 340=1E \
0=ENDTAB 0=ENDSEC \
0=SECTION 2=BLOCKS \
0=BLOCK 5=18 330=17 100=AcDbEntity 8=0 100=AcDbBlockBegin 2=*Model_Space 70=0 10=0.0 20=0.0 30=0.0 3=*Model_Space 1= \
0=ENDBLK 5=19 330=17 100=AcDbEntity 8=0 100=AcDbBlockEnd \
0=BLOCK 5=1C 330=1B 100=AcDbEntity 8=0 100=AcDbBlockBegin 2=*Paper_Space 70=0 10=0.0 20=0.0 30=0.0 3=*Paper_Space 1= \
0=ENDBLK 5=1D 330=1B 100=AcDbEntity 8=0 100=AcDbBlockEnd \
0=ENDSEC 0=SECTION 2=ENTITIES ";

/// The dictionaries that every drawing has, and its two layouts.
const OBJECTS: &str = "\
0=ENDSEC 0=SECTION 2=OBJECTS \
0=DICTIONARY 5=A 330=0 100=AcDbDictionary 281=1 \
3=ACAD_GROUP 350=C 3=ACAD_LAYOUT 350=D 3=ACAD_MLINESTYLE 350=10 3=ACAD_PLOTSETTINGS 350=11 3=ACAD_PLOTSTYLENAME 350=12 \
0=DICTIONARY 5=C 330=A 100=AcDbDictionary 281=1 \
0=DICTIONARY 5=D 330=A 100=AcDbDictionary 281=1 3=Model 350=1A 3=Layout1 350=1E \
0=DICTIONARY 5=10 330=A 100=AcDbDictionary 281=1 3=Standard 350=22 \
0=DICTIONARY 5=11 330=A 100=AcDbDictionary 281=1 \
0=ACDBDICTIONARYWDFLT 5=12 330=A 100=AcDbDictionary 281=1 3=Normal 350=13 100=AcDbDictionaryWithDefault 340=13 \
0=ACDBPLACEHOLDER 5=13 330=12 \
0=MLINESTYLE 5=22 330=10 100=AcDbMlineStyle 2=STANDARD 70=0 3= 62=256 51=90.0 52=90.0 71=2 49=0.5 62=256 6=BYLAYER 49=-0.5 62=256 6=BYLAYER ";

/// How a layout is plotted.
const PLOT: &str = "100=AcDbPlotSettings 1= 4= 6= 40=0.0 41=0.0 42=0.0 43=0.0 44=0.0 45=0.0 46=0.0 47=0.0 48=0.0 49=0.0 \
140=0.0 141=0.0 142=1.0 143=1.0 ";

/// The rest of a layout; the block that it shows comes last.
const LAYOUT: &str = "10=0.0 20=0.0 11=420.0 21=297.0 12=0.0 22=0.0 32=0.0 14=1e+20 24=1e+20 34=1e+20 15=-1e+20 25=-1e+20 35=-1e+20 \
146=0.0 13=0.0 23=0.0 33=0.0 16=1.0 26=0.0 36=0.0 17=0.0 27=1.0 37=0.0 76=1 ";

/// All that comes before the polylines of a page of this size; the next free handle is told.
pub(super) fn before(page: Rect, next: u32) -> String {
    let (width, height) = (page.width, page.height);
    let (across, up) = (width / 2.0, height / 2.0);
    let mut text = unfold("0=SECTION 2=HEADER 9=$ACADVER 1=AC1015 9=$DWGCODEPAGE 3=ANSI_1252 ");
    text.push_str(&unfold(&format!(
        "9=$HANDSEED 5={next:X} 9=$INSUNITS 70=4 9=$MEASUREMENT 70=1 9=$LUNITS 70=2 \
         9=$EXTMIN 10=0.0 20=0.0 30=0.0 9=$EXTMAX 10={width:.5} 20={height:.5} 30=0.0 \
         9=$LIMMIN 10=0.0 20=0.0 9=$LIMMAX 10={width:.5} 20={height:.5} \
         0=ENDSEC 0=SECTION 2=CLASSES 0=ENDSEC 0=SECTION 2=TABLES \
         0=TABLE 2=VPORT 5=8 330=0 100=AcDbSymbolTable 70=1 \
         0=VPORT 5=23 330=8 100=AcDbSymbolTableRecord 100=AcDbViewportTableRecord 2=*Active 70=0 10=0.0 20=0.0 11=1.0 21=1.0 \
         12={across:.5} 22={up:.5} 13=0.0 23=0.0 14=10.0 24=10.0 15=10.0 25=10.0 16=0.0 26=0.0 36=1.0 17=0.0 27=0.0 37=0.0 \
         40={:.5} 41={:.5} 42=50.0 43=0.0 44=0.0 50=0.0 51=0.0 71=0 72=1000 73=1 74=3 75=0 76=0 77=0 78=0 0=ENDTAB ",
        height * 1.1,
        width / height
    )));
    text.push_str(&unfold(TABLES));
    text
}

/// All that comes after them.
pub(super) fn after() -> String {
    let mut text = unfold(OBJECTS);
    for (handle, flags, name, number, block) in [("1A", 1024, "Model", 0, MODEL_SPACE), ("1E", 0, "Layout1", 1, "1B")] {
        let head = format!("0=LAYOUT 5={handle} 330=D ");
        let middle = format!("70={flags} 72=1 73=0 74=5 7= 75=16 147=1.0 148=0.0 149=0.0 100=AcDbLayout 1={name} 70=1 71={number} ");
        [head.as_str(), PLOT, &middle, LAYOUT].iter().for_each(|part| text.push_str(&unfold(part)));
        text.push_str(&unfold(&format!("330={block}")));
    }
    text.push_str(&unfold("0=ENDSEC 0=EOF"));
    text
}

/// Each pair on two lines.
fn unfold(pairs: &str) -> String {
    let mut text = String::new();
    for (code, value) in pairs.split_whitespace().filter_map(|pair| pair.split_once('=')) {
        writeln!(text, "{code}\n{value}").expect("a string takes every write");
    }
    text
}
