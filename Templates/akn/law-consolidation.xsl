<?xml version="1.0" encoding="UTF-8"?>
<!-- The touched provisions of a statute as an act in Akoma Ntoso 3.0. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0" xmlns:d="urn:trygghetsregister:draft:1" exclude-result-prefixes="d">
  <xsl:include href="law-common.xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:template match="/d:consolidation">
    <akomaNtoso>
      <act name="act" contains="singleVersion">
        <meta>
          <xsl:call-template name="identification">
            <xsl:with-param name="work" select="concat('/akn/se/act/', @enacted, '/', translate(@sfs, ':', '-'))"/>
            <xsl:with-param name="date" select="@on"/>
          </xsl:call-template>
          <references source="#drafter"><xsl:call-template name="references"/></references>
        </meta>
        <preface><longTitle><p><docTitle><xsl:value-of select="@title"/></docTitle></p></longTitle></preface>
        <body>
          <xsl:for-each select="d:section">
            <xsl:variable name="sec">
              <xsl:call-template name="fragment">
                <xsl:with-param name="chapter" select="@chapter"/>
                <xsl:with-param name="number" select="@number"/>
              </xsl:call-template>
            </xsl:variable>
            <section eId="{$sec}">
              <num><xsl:if test="@chapter"><xsl:value-of select="@chapter"/> kap. </xsl:if><xsl:value-of select="@number"/> §</num>
              <xsl:if test="d:heading"><heading><xsl:value-of select="d:heading[1]"/></heading></xsl:if>
              <xsl:if test="d:heading[2]"><subheading><xsl:value-of select="d:heading[2]"/></subheading></xsl:if>
              <xsl:for-each select="d:p">
                <subsection eId="{$sec}__subsec_{position()}">
                  <content eId="{$sec}__subsec_{position()}__content">
                    <xsl:for-each select="d:line | d:omitted">
                      <p>
                        <xsl:if test="@label"><xsl:value-of select="@label"/><xsl:text> </xsl:text></xsl:if>
                        <xsl:choose>
                          <xsl:when test="self::d:omitted">– – –</xsl:when>
                          <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
                        </xsl:choose>
                      </p>
                    </xsl:for-each>
                  </content>
                </subsection>
              </xsl:for-each>
            </section>
          </xsl:for-each>
        </body>
      </act>
    </akomaNtoso>
  </xsl:template>
</xsl:stylesheet>
