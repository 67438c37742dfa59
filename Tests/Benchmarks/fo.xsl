<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of a statement as XSL-FO, so that Apache FOP can set what Typst sets: the same texts, tables, pictures and tags. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:fox="http://xmlgraphics.apache.org/fop/extensions" xmlns:h="http://www.w3.org/1999/xhtml"
                xmlns:svg="http://www.w3.org/2000/svg" exclude-result-prefixes="h">
  <xsl:strip-space elements="h:body h:main h:section h:table h:thead h:tbody h:tr h:dl h:div h:figure h:header h:footer"/>

  <xsl:template match="/h:html">
    <fo:root xml:lang="{@lang}" font-family="Source Sans Pro" font-size="10.5pt" color="#1b1f23">
      <fo:layout-master-set>
        <fo:simple-page-master master-name="a4" page-width="210mm" page-height="297mm" margin="24mm 27mm 15mm">
          <fo:region-body margin-bottom="14mm"/>
          <fo:region-after extent="10mm"/>
        </fo:simple-page-master>
      </fo:layout-master-set>
      <fo:declarations>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
          <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" rdf:about="">
              <dc:title><xsl:value-of select="h:head/h:title"/></dc:title>
            </rdf:Description>
          </rdf:RDF>
        </x:xmpmeta>
      </fo:declarations>
      <fo:page-sequence master-reference="a4">
        <fo:static-content flow-name="xsl-region-after">
          <fo:block font-size="8pt" border-top="0.5pt solid #d0d7de" padding-top="2mm">
            <xsl:value-of select="//h:p[@class = 'identity']"/>, sida <fo:page-number/> av <fo:page-number-citation-last ref-id="end"/>
          </fo:block>
        </fo:static-content>
        <fo:flow flow-name="xsl-region-body">
          <xsl:apply-templates select="h:body/*"/>
          <fo:block id="end"/>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <xsl:template match="h:header | h:main | h:footer | h:figure | h:div"><fo:block><xsl:apply-templates/></fo:block></xsl:template>
  <xsl:template match="h:section"><fo:block space-before="6mm"><xsl:apply-templates/></fo:block></xsl:template>
  <xsl:template match="h:section[@class = 'note']">
    <fo:block space-before="6mm" padding="3mm" background-color="#eef4f4" border-left="2.5pt solid #0b5a60" keep-together.within-page="always"><xsl:apply-templates/></fo:block>
  </xsl:template>
  <xsl:template match="h:p[@class = 'identity']"/>
  <xsl:template match="h:p | h:figcaption | h:dt | h:dd"><fo:block space-after="2mm"><xsl:apply-templates/></fo:block></xsl:template>
  <xsl:template match="h:br"><fo:block/></xsl:template>
  <xsl:template match="h:span | h:time"><fo:inline><xsl:apply-templates/></fo:inline></xsl:template>
  <xsl:template match="h:address">
    <fo:block-container absolute-position="absolute" left="90mm" top="21mm" width="78mm" height="33mm"><fo:block><xsl:apply-templates/></fo:block></fo:block-container>
    <fo:block space-before="44mm"/>
  </xsl:template>
  <xsl:template match="h:h1"><fo:block role="H1" font-size="18pt" font-weight="600" color="#0b5a60" space-after="4mm"><xsl:apply-templates/></fo:block></xsl:template>
  <xsl:template match="h:h2"><fo:block role="H2" font-size="13pt" font-weight="600" color="#0b5a60" space-after="2mm" keep-with-next="always"><xsl:apply-templates/></fo:block></xsl:template>

  <xsl:template match="h:table">
    <fo:block font-weight="600" space-before="4mm"><xsl:value-of select="h:caption"/></fo:block>
    <fo:table table-layout="fixed" width="100%" font-size="9.25pt" space-after="4mm">
      <xsl:choose>
        <xsl:when test="@class = 'facts'">
          <fo:table-column column-width="proportional-column-width(45)"/><fo:table-column column-width="proportional-column-width(55)"/>
        </xsl:when>
        <xsl:otherwise>
          <fo:table-column column-width="proportional-column-width(54)"/><fo:table-column column-width="proportional-column-width(15)"/><fo:table-column column-width="proportional-column-width(31)"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates select="h:thead | h:tbody"/>
    </fo:table>
  </xsl:template>
  <xsl:template match="h:thead"><fo:table-header><xsl:apply-templates/></fo:table-header></xsl:template>
  <xsl:template match="h:tbody"><fo:table-body><xsl:apply-templates/></fo:table-body></xsl:template>
  <xsl:template match="h:tr"><fo:table-row keep-together.within-page="always"><xsl:apply-templates/></fo:table-row></xsl:template>
  <xsl:template match="h:td"><fo:table-cell padding="1.4mm" border-bottom="0.5pt solid #d0d7de"><fo:block><xsl:apply-templates/></fo:block></fo:table-cell></xsl:template>
  <xsl:template match="h:th"><fo:table-cell role="TH" padding="1.4mm" border-bottom="0.5pt solid #d0d7de"><fo:block font-weight="600"><xsl:apply-templates/></fo:block></fo:table-cell></xsl:template>

  <xsl:template match="svg:svg">
    <fo:block>
      <fo:instream-foreign-object content-width="scale-to-fit" width="100%" fox:alt-text="{concat(svg:title, ' ')}">
        <xsl:choose>
          <xsl:when test="@class = 'qr'"><xsl:attribute name="width">26mm</xsl:attribute></xsl:when>
          <xsl:when test="@aria-hidden"><xsl:attribute name="width">9mm</xsl:attribute></xsl:when>
        </xsl:choose>
        <xsl:copy-of select="."/>
      </fo:instream-foreign-object>
    </fo:block>
  </xsl:template>
</xsl:stylesheet>
